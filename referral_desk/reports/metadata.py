"""What the file says about itself: the XMP packet, the document information and the colour space it promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

PRODUCER = "Referral Desk"


@dataclass(frozen=True, slots=True)
class About:
    """Title, author, subject, language ("da-DK"), keywords and the instant the file belongs to.

    `standards`: whether the file keeps PDF/UA-1 and PDF/A-2a, and says so.
    """

    title: str
    author: str
    subject: str
    language: str
    keywords: tuple[str, ...]
    made_at: datetime
    standards: bool


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

# PDF/A allows a namespace of its own only when the file describes it (ISO 19005-2 6.6.2.3.3).
_STANDARDS = """\
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""


def xmp(about: About) -> bytes:
    """Give the XMP packet (ISO 16684-1)."""
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    stamp = about.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def one(kind: str, value: str, language: str = "") -> str:
        return f"<rdf:{kind}><rdf:li{language}>{escape(value)}</rdf:li></rdf:{kind}>"

    default = ' xml:lang="x-default"'
    subjects = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in about.keywords)
    body = f"""\
<dc:format>application/pdf</dc:format>
<dc:title>{one("Alt", about.title, default)}</dc:title>
<dc:creator>{one("Seq", about.author)}</dc:creator>
<dc:description>{one("Alt", about.subject, default)}</dc:description>
<dc:language>{one("Bag", about.language)}</dc:language>
<dc:subject><rdf:Bag>{subjects}</rdf:Bag></dc:subject>
<pdf:Keywords>{escape(", ".join(about.keywords))}</pdf:Keywords>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
{_STANDARDS if about.standards else ""}"""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>\n{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return packet.encode()


@cache
def srgb() -> bytes:
    """Give an sRGB colour profile without a date of making, so that the same pack is the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # ICC.1 7.2.8: 1 January 2000
    profile[84:100] = bytes(16)  # ICC.1 7.2.18: the profile's own checksum, zero = not computed
    return bytes(profile)


def describe(pdf: pikepdf.Pdf, about: About) -> None:
    """Write the metadata, in the catalogue and in the information dictionary alike."""
    root = pdf.Root
    root.Lang = String(about.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.Metadata = pdf.make_stream(xmp(about), Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(srgb(), N=3, Alternate=Name.DeviceRGB)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )
    stamp = about.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    info = {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.subject,
        "/Keywords": ", ".join(about.keywords),
        "/Producer": PRODUCER,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in info.items():
        pdf.docinfo[key] = String(value)
