<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AgendaWords</name>
    <message numerus="yes">
        <source>%n minute(s) over {end}</source>
        <translation>
            <numerusform>%n minute over {end}</numerusform>
            <numerusform>%n minutes over {end}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n paper cannot be used</numerusform>
            <numerusform>%n papers cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n times)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation>
            <numerusform>%n ahead</numerusform>
            <numerusform>%n ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bad paper(s)</source>
        <translation>
            <numerusform>%n bad paper</numerusform>
            <numerusform>%n bad papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty quarter(s)</source>
        <translation>
            <numerusform>%n empty quarter</numerusform>
            <numerusform>%n empty quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n paper cannot be used</numerusform>
            <numerusform>%n papers cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message numerus="yes">
        <source>%n meeting(s) a year</source>
        <translation>
            <numerusform>%n meeting a year</numerusform>
            <numerusform>%n meetings a year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) end within {days} days</source>
        <translation>
            <numerusform>%n term end within {days} days</numerusform>
            <numerusform>%n terms end within {days} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n vacant seat</numerusform>
            <numerusform>%n vacant seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n sector(s)</source>
        <translation>
            <numerusform>{count} of %n sector</numerusform>
            <numerusform>{count} of %n sectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n sector(s) of the mandate</source>
        <translation>
            <numerusform>{count} of %n sector of the mandate</numerusform>
            <numerusform>{count} of %n sectors of the mandate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{who} and %n more</source>
        <translation>
            <numerusform>{who} and %n more</numerusform>
            <numerusform>{who} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) carry a placeholder for a name: open them and give them their own.</source>
        <translation>
            <numerusform>%n group carry a placeholder for a name: open them and give them their own.</numerusform>
            <numerusform>%n groups carry a placeholder for a name: open them and give them their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sectors missing</source>
        <translation>
            <numerusform>%n sectors missing</numerusform>
            <numerusform>%n sectors missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n vacant seat</numerusform>
            <numerusform>%n vacant seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something missing</source>
        <translation>
            <numerusform>%n with something missing</numerusform>
            <numerusform>%n with something missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n ended group(s)</source>
        <translation>
            <numerusform>Show %n ended group</numerusform>
            <numerusform>Show %n ended groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>%n join</source>
        <translation>
            <numerusform>%n join</numerusform>
            <numerusform>%n join</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leave</source>
        <translation>
            <numerusform>%n leave</numerusform>
            <numerusform>%n leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats end</source>
        <translation>
            <numerusform>%n seats end</numerusform>
            <numerusform>%n seats end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueLine</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message numerus="yes">
        <source>%n seat(s) become vacant after that day.</source>
        <translation>
            <numerusform>%n seat become vacant after that day.</numerusform>
            <numerusform>%n seats become vacant after that day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MandateCard</name>
    <message numerus="yes">
        <source>%n other mandate(s)</source>
        <translation>
            <numerusform>%n other mandate</numerusform>
            <numerusform>%n other mandates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n paper cannot be used</numerusform>
            <numerusform>%n papers cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message numerus="yes">
        <source>%n bad paper(s)</source>
        <translation>
            <numerusform>%n bad paper</numerusform>
            <numerusform>%n bad papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over</source>
        <translation>
            <numerusform>%n min over</numerusform>
            <numerusform>%n min over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pack %n day(s) late</source>
        <translation>
            <numerusform>Pack %n day late</numerusform>
            <numerusform>Pack %n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of papers</source>
        <translation>
            <numerusform>%n page of papers</numerusform>
            <numerusform>%n pages of papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be fixed first.</source>
        <translation>
            <numerusform>%n thing must be fixed first.</numerusform>
            <numerusform>%n things must be fixed first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pack can be built. %n thing(s) to look at:</source>
        <translation>
            <numerusform>The pack can be built. %n thing to look at:</numerusform>
            <numerusform>The pack can be built. %n things to look at:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n vacant seat</numerusform>
            <numerusform>%n vacant seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message numerus="yes">
        <source>Ends in %n day(s)</source>
        <translation>
            <numerusform>Ends in %n day</numerusform>
            <numerusform>Ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n seat(s) of other days</source>
        <translation>
            <numerusform>Show %n seat of other days</numerusform>
            <numerusform>Show %n seats of other days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
