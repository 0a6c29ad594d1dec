"""The words for what was found in a stranger's paper: kinds, what was removed, what to know, why it cannot be used."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from referral_desk.texts import N_, name_members

MOST_BYTES: Final = 100 << 20  # of one paper
MOST_PAGES: Final = 500  # of one paper (trust.md F)
MOST_PIXELS: Final = 90_000_000  # of one picture: A3 at 600 dots an inch, with some room
MOST_LETTERS: Final = 3_000_000  # of one text: about the same number of pages


class PaperKind(StrEnum):
    """What a paper is, to the pack."""

    PDF = "pdf"
    IMAGE = "image"
    TEXT = "text"
    OTHER = "other"


class Removed(StrEnum):
    """What the safe form of a paper no longer carries; the original keeps everything."""

    JAVASCRIPT = "javascript"
    AUTOMATIC = "automatic"
    EMBEDDED = "embedded"
    FORM = "form"
    XFA = "xfa"
    MARKUP = "markup"
    COMMENT = "comment"
    MEDIA = "media"
    LINK = "link"
    SIGNATURE = "signature"
    FOREIGN = "foreign"
    METADATA = "metadata"
    PROTECTION = "protection"
    LOCATION = "location"
    FRAMES = "frames"
    CONTROLS = "controls"


class Note(StrEnum):
    """What a person should know about the safe form of a paper."""

    NAME_DIFFERS = "name_differs"
    REPAIRED = "repaired"
    SAFE_COPY = "safe_copy"
    LAYERS = "layers"
    PORTFOLIO = "portfolio"
    PAGE_SIZE = "page_size"
    LETTERS_GUESSED = "letters_guessed"
    COLOURS = "colours"
    FORM_LETTERS = "form_letters"


class Problem(StrEnum):
    """Why a paper cannot stand in a pack as pages."""

    EMPTY = "empty"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - the name of a reason
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - same
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    BOMB = "bomb"
    PAGE_SIZE = "page_size"
    XFA = "xfa"
    ACTIVE = "active"
    MISMATCH = "mismatch"
    NOT_SUPPORTED = "not_supported"
    WORKER_CRASH = "worker_crash"
    WORKER_TIMEOUT = "worker_timeout"


name_members(
    {
        PaperKind.PDF: N_("PDF"),
        PaperKind.IMAGE: N_("Picture"),
        PaperKind.TEXT: N_("Plain text"),
        PaperKind.OTHER: N_("Another kind of file"),
        Removed.JAVASCRIPT: N_("Programs (JavaScript)"),
        Removed.AUTOMATIC: N_("Things that start by themselves"),
        Removed.EMBEDDED: N_("Files inside the file"),
        Removed.FORM: N_("Form fields (what was filled in stays visible)"),
        Removed.XFA: N_("An Adobe form (XFA)"),
        Removed.MARKUP: N_("Marks and stamps (they stay visible)"),
        Removed.COMMENT: N_("Comments and notes"),
        Removed.MEDIA: N_("Film, sound or 3D"),
        Removed.LINK: N_("Links to programs, files or unsafe addresses"),
        Removed.SIGNATURE: N_("Digital signature (only the original proves anything)"),
        Removed.FOREIGN: N_("Parts that would be fetched from elsewhere"),
        Removed.METADATA: N_("Hidden details such as author and program"),
        Removed.PROTECTION: N_("Protection against printing or copying"),
        Removed.LOCATION: N_("Where and with what the picture was taken"),
        Removed.FRAMES: N_("Further pictures in the same file"),
        Removed.CONTROLS: N_("Invisible signs"),
        Note.NAME_DIFFERS: N_("The ending of the name does not fit the content; the content counts."),
        Note.REPAIRED: N_("The file was damaged and has been mended: compare it with the original."),
        Note.SAFE_COPY: N_("The pages were drawn as pictures, because the file itself could not be used."),
        Note.LAYERS: N_("Some layers were switched off; the pages that have them were drawn as pictures without them."),
        Note.PORTFOLIO: N_("This is a collection of files; only its cover is shown. Attach the files one by one."),
        Note.PAGE_SIZE: N_("A page had no usable size and was given one: compare it with the original."),
        Note.LETTERS_GUESSED: N_("The file does not say how its letters are stored: look at æ, ø and å."),
        Note.FORM_LETTERS: N_("A form field has letters that may not show: compare it with the original."),
        Note.COLOURS: N_("The colours were converted for the screen and may look slightly different."),
    }
)

SENTENCES: Final[dict[Problem, str]] = {
    Problem.EMPTY: N_("“{name}” has nothing in it. Ask for the paper again."),
    Problem.DAMAGED: N_(
        "“{name}” is damaged and cannot be opened. Ask for it again, or print it to PDF and attach that."
    ),
    Problem.PASSWORD: N_("“{name}” is locked with a password. Type the password, or attach a copy without one."),
    Problem.WRONG_PASSWORD: N_("The password does not open “{name}”. Try again, or attach a copy without a password."),
    Problem.TOO_LARGE: N_(
        "“{name}” is too large to be handled ({size}; the limit is {limit}). Save it smaller or in parts."
    ),
    Problem.TOO_MANY_PAGES: N_("“{name}” has {pages} pages; the limit is {limit}. Attach the pages that are needed."),
    Problem.BOMB: N_(
        "“{name}” swells far beyond its size when opened, as harmful files do. Print it to PDF and attach that."
    ),
    Problem.PAGE_SIZE: N_("“{name}” has a page without a usable size. Print it to PDF and attach that."),
    Problem.XFA: N_(
        "“{name}” is an Adobe form that only Adobe's reader can show. Print it to PDF there and attach that."
    ),
    Problem.ACTIVE: N_("“{name}” has active parts that could not be removed. Print it to PDF and attach that."),
    Problem.MISMATCH: N_(
        "“{name}” is not what its name says. Open it where it was made, save it as PDF and attach that."
    ),
    Problem.NOT_SUPPORTED: N_("“{name}” is of a kind that cannot be used. Save it as PDF and attach it again."),
    Problem.WORKER_CRASH: N_(
        "“{name}” made the reader of papers break down; the desk is safe. Print it to PDF and attach that."
    ),
    Problem.WORKER_TIMEOUT: N_("“{name}” took too long to open and was put aside. Print it to PDF and attach that."),
}


TOO_MUCH_IN_IT: Final = N_("“{name}” has too much in it to be handled. Save it smaller or in parts.")


class Unusable(Exception):
    """Inside the child: the paper cannot be used; why, and the figures of the sentence."""

    def __init__(self, problem: Problem, **figures: int) -> None:
        super().__init__(problem)
        self.problem, self.figures = problem, figures
