<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>AgendaActions</name>
    <message>
        <source>The item was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was carried to the next meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item  (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry to the next meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an item to read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody removed the item you were writing in. Your text is not lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall the group talk about? Every item gets its time, its owner and its papers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaWords</name>
    <message numerus="yes">
        <source>%n minute(s) over {end}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n bilag kan ikke bruges</numerusform>
            <numerusform>%n bilag kan ikke bruges</numerusform>
        </translation>
    </message>
    <message>
        <source>Item {number}, {start}: {title}. {purpose}, {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carried on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{planned} of {length} minutes planned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointForm</name>
    <message>
        <source>Appoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appoint a representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds a member&apos;s seat in the group: fill a seat first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} speaks for the group.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaCard</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area is written down: the group may cover the whole country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group no longer covers {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} is no longer covered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaForm</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an area from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police district, region …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group covers {area}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AsOfField</name>
    <message>
        <source>As of today</source>
        <translation>Pr. i dag</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>Pr. {day}</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Tilbage til i dag</translation>
    </message>
    <message>
        <source>See the page as it was or will be on another day  (Ctrl+D)</source>
        <translation>Se siden, som den var eller bliver en anden dag  (Ctrl+D)</translation>
    </message>
    <message>
        <source>See the page as of a day: {day}</source>
        <translation>Se siden pr. en dag: {day}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n mere</numerusform>
            <numerusform>%n mere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n gang)</numerusform>
            <numerusform>(%n gange)</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Luk meddelelsen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meddelelser</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source> · now</source>
        <translation> · nu</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation>
            <numerusform>%n forude</numerusform>
            <numerusform>%n forude</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bad paper(s)</source>
        <translation>
            <numerusform>Fejl i %n bilag</numerusform>
            <numerusform>Fejl i %n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag for sent</numerusform>
            <numerusform>%n dage for sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty</source>
        <translation>
            <numerusform>%n tomt</numerusform>
            <numerusform>%n tomme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n afholdt</numerusform>
            <numerusform>%n afholdt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n bilag kan ikke bruges</numerusform>
            <numerusform>%n bilag kan ikke bruges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n arbejdsdag tilbage</numerusform>
            <numerusform>%n arbejdsdage tilbage</numerusform>
        </translation>
    </message>
    <message>
        <source>1st</source>
        <translation>1.</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>2.</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dage</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>3.</translation>
    </message>
    <message>
        <source>4th</source>
        <translation>4.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Overblik</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Aflyst</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Snart</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Meetings of the year, by group and quarter</source>
        <translation>Årets møder efter gruppe og kvartal</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>På vej</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Venter på dig</translation>
    </message>
    <message>
        <source>No items on the agenda</source>
        <translation>Ingen punkter på dagsordenen</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Intet møde</translation>
    </message>
    <message>
        <source>No meeting in the next 30 days.</source>
        <translation>Ingen møder de næste 30 dage.</translation>
    </message>
    <message>
        <source>No meeting this quarter</source>
        <translation>Intet møde i kvartalet</translation>
    </message>
    <message>
        <source>No representative</source>
        <translation>Ingen repræsentant</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>Ikke planlagt</translation>
    </message>
    <message>
        <source>Nothing is on its way between the groups: what a group carries up, and the answer, shows here.</source>
        <translation>Intet er på vej mellem grupperne: det, en gruppe løfter op, og svaret vises her.</translation>
    </message>
    <message>
        <source>Nothing waits for you. What is late or missing shows here by itself.</source>
        <translation>Intet venter på dig. Det, der er for sent eller mangler, vises her af sig selv.</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Planlæg et møde</translation>
    </message>
    <message>
        <source>Plan the next quarter</source>
        <translation>Planlæg næste kvartal</translation>
    </message>
    <message>
        <source>Sectors without a seat</source>
        <translation>Sektorer uden plads</translation>
    </message>
    <message>
        <source>Send the invitation</source>
        <translation>Send indkaldelsen</translation>
    </message>
    <message>
        <source>Send the pack</source>
        <translation>Send mødematerialet</translation>
    </message>
    <message>
        <source>Was the meeting held?</source>
        <translation>Blev mødet holdt?</translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation>Skriv referatet</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Året efter</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Året før</translation>
    </message>
    <message>
        <source>Year shown</source>
        <translation>Vist år</translation>
    </message>
    <message>
        <source>Year shown: {year}</source>
        <translation>Vist år: {year}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>om %n dag</numerusform>
            <numerusform>om %n dage</numerusform>
        </translation>
    </message>
    <message>
        <source>meeting {day}</source>
        <translation>møde {day}</translation>
    </message>
    <message>
        <source>planned for {day}</source>
        <translation>planlagt {day}</translation>
    </message>
    <message>
        <source>quarter {number}</source>
        <translation>{number}. kvartal</translation>
    </message>
    <message>
        <source>seat in the national group</source>
        <translation>plads i den nationale gruppe</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>{count} of {all} regions represented</source>
        <translation>{count} af {all} regioner repræsenteret</translation>
    </message>
    <message>
        <source>{group}, quarter {number}: no meeting</source>
        <translation>{group}, {number}. kvartal: intet møde</translation>
    </message>
    <message>
        <source>{group}, quarter {number}: {day}, {stage}</source>
        <translation>{group}, {number}. kvartal: {day}, {stage}</translation>
    </message>
    <message>
        <source>{number} quarter</source>
        <translation>{number} kvartal</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Where am I</source>
        <translation>Hvor er jeg</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Næste måned</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Forrige måned</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
</context>
<context>
    <name>ChooseDesk</name>
    <message>
        <source>A desk is one encrypted file. It holds groups, people, meetings and papers.</source>
        <translation>En desk er én krypteret fil. Den rummer grupper, personer, møder og bilag.</translation>
    </message>
    <message>
        <source>Desks (*.desk)</source>
        <translation>Deske (*.desk)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Make a new desk</source>
        <translation>Opret en ny desk</translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation>Åbn en desk</translation>
    </message>
    <message>
        <source>Open a desk …</source>
        <translation>Åbn en desk …</translation>
    </message>
    <message>
        <source>Your desks</source>
        <translation>Dine deske</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Are you sure?</source>
        <translation>Er du sikker?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behold</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wrote:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours stands in the field below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: somebody else changed this while you were writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectNameForm</name>
    <message>
        <source>For slips of the pen: the days on which it holds stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is mended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>Copied</source>
        <translation>Kopieret</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopiér detaljer</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Detaljer om fejlen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Log file: {path}</source>
        <translation>Logfil: {path}</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Noget gik galt</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Noget gik galt i programmet</translation>
    </message>
    <message>
        <source>What you saved is safe. You can go on working; if it happens again, restart the program. The details below hold no names and no texts from the desk: copy them when you report the fault.</source>
        <translation>Det, du har gemt, er i sikkerhed. Du kan arbejde videre; sker det igen, så genstart programmet. Detaljerne nedenfor rummer ingen navne og ingen tekster fra desken: kopiér dem, når du melder fejlen.</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a day: write it as 3.2.2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayInput</name>
    <message>
        <source>Choose in a calendar: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a day, such as 3.2.2026</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>The day is in a weekend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has an ordinary meeting in that quarter already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} meets that day already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} meets that day too, and has a seat for: {people}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: offices are closed that day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>A person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the meeting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the meeting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those who were invited will ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, where the group and the day are not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Add the first organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to see contact, seats and history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands everybody who holds a seat or prepares a meeting, with the work contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, former name, organisation, group …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations stand here with every name they had, so that old papers keep the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (was {former})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndGroupForm</name>
    <message>
        <source>End the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its seats, meetings and papers stay as its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndSeatForm</name>
    <message>
        <source>An ended seat is history, not a vacancy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat has ended: {seat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} leaves with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message numerus="yes">
        <source>%n meeting(s) a year</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) end within {days} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Let the group stand again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Meetings of this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {sectors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and area are placeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename from a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhythm and area in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sectors and who covers them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That group is no longer on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meets {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports to {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} sectors of the mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} stands again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sector}: covered by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{who} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source> · last {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) carry a placeholder for a name: open them and give them their own.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sectors missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Answers what the national group cannot settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chair: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Here stand the six regional groups, the national group and the forums around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide ended groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the national group: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inter-ministerial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local actors who meet four times a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meets {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {sector}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meeting planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No representative</source>
        <translation>Ingen repræsentant</translation>
    </message>
    <message>
        <source>No seats yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other forums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the first group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the common framework, takes up what the regions raise</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n ended group(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>everything in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} regions represented</source>
        <translation>{count} af {all} regioner repræsenteret</translation>
    </message>
    <message>
        <source>{filled} of {all} seats filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier} groups on this day: {count}. The system is built for {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>%n join</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leave</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats end</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A seat ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing dated is known of this group yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now called {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Vis %n mere</numerusform>
            <numerusform>Vis %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Vis færre</translation>
    </message>
    <message>
        <source>The group begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} leaves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Cancel</source>
        <translation>Afbryd</translation>
    </message>
</context>
<context>
    <name>IssueLine</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at issue {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save issue {number} as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} · {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Nothing has gone out yet. Every issue is kept here, exactly as it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>A person or an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an activity of the action plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group is to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole story, as long as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not saved: change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about, in a few lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the group is asked to agree on, one line for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carried on from {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message numerus="yes">
        <source>%n seat(s) become vacant after that day.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>End the term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day in the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the person leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat is then vacant until somebody takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was before stays as history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} leaves the seat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Mørkt tema</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>Gå til {page}</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Større tekst</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Lyst tema</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Som computeren</translation>
    </message>
    <message>
        <source>Load the page again</source>
        <translation>Indlæs siden igen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mindre tekst</translation>
    </message>
    <message>
        <source>That page is not part of this version.</source>
        <translation>Den side findes ikke i denne version.</translation>
    </message>
    <message>
        <source>Theme of the computer</source>
        <translation>Computerens tema</translation>
    </message>
</context>
<context>
    <name>MandateCard</name>
    <message numerus="yes">
        <source>%n other mandate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mandate is written down for this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this mandate away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mandate is taken away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MandateForm</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the mandate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mandate is set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>%n bilag kan ikke bruges</numerusform>
            <numerusform>%n bilag kan ikke bruges</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the agenda as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>More about this meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is now: {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was moved to {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chair {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this name away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {name} is taken away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}, {count} waiting</source>
        <translation>{page}, {count} venter</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Fold the navigation</source>
        <translation>Fold menuen sammen</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>Fold menuen ud</translation>
    </message>
</context>
<context>
    <name>NewDeskStep</name>
    <message>
        <source>Another folder …</source>
        <translation>En anden mappe …</translation>
    </message>
    <message>
        <source>At least twelve signs; a sentence is easy to remember and hard to guess.</source>
        <translation>Mindst tolv tegn; en sætning er let at huske og svær at gætte.</translation>
    </message>
    <message>
        <source>Everything in the desk is encrypted. Choose where the file lies and what opens it.</source>
        <translation>Alt på desken er krypteret. Vælg, hvor filen skal ligge, og hvad der åbner den.</translation>
    </message>
    <message>
        <source>Give the desk a name.</source>
        <translation>Giv desken et navn.</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>Ligger i {folder}</translation>
    </message>
    <message>
        <source>Make a new desk</source>
        <translation>Opret en ny desk</translation>
    </message>
    <message>
        <source>Make the desk</source>
        <translation>Opret desken</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Deskens navn</translation>
    </message>
    <message>
        <source>Open without the passphrase on this computer</source>
        <translation>Åbn uden adgangssætning på denne computer</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Reference groups</source>
        <translation>Referencegrupper</translation>
    </message>
    <message>
        <source>The keyring of this computer then keeps the key for the person who is logged in.</source>
        <translation>Computerens nøglering gemmer så nøglen for den, der er logget ind.</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Adgangssætningen igen</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De to adgangssætninger er ikke ens.</translation>
    </message>
    <message>
        <source>Where shall the desk lie?</source>
        <translation>Hvor skal desken ligge?</translation>
    </message>
</context>
<context>
    <name>NewGroupForm</name>
    <message>
        <source>It reports to {above} and gets a seat for its representative there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reports to {above}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a day: write it as 3.2.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the group&apos;s name in Danish: papers to the members carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is set up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewOrganisationForm</name>
    <message>
        <source>Add to the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role in the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the organisation&apos;s name in at least one language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPersonForm</name>
    <message>
        <source>Add to the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganisationDetail</name>
    <message>
        <source>Add a tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has as a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historic, until {day}: not to be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historic: not to be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is reported to by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the name {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address to use is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the directory speaks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role in the system, Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role in the system, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the name {name} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {name} is taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tie to {name} ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tie to {name} has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tied to no other organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be mended first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Before it is built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the pack to look at every page before it goes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting the papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label on every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>New since issue {number}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since issue {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to mend: the pack can be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {number} stands in the pack as a page that says: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The pack can be built. %n thing(s) to look at:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The pack is issued and kept exactly as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack&apos;s pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was built no longer fits the agenda or your choice: build it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Board</source>
        <translation>Overblik</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Find a group, meeting, person or command</source>
        <translation>Find en gruppe, et møde, en person eller en kommando</translation>
    </message>
    <message>
        <source>Find and do</source>
        <translation>Find og udfør</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group, meeting, person or command</source>
        <translation>Gruppe, møde, person eller kommando</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Intet passer. Prøv med færre bogstaver.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Det fundne</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Esc closes</source>
        <translation>↑ ↓ vælg   ·   Enter åbner   ·   Esc lukker</translation>
    </message>
</context>
<context>
    <name>PaperDelegate</name>
    <message>
        <source>Name of the paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>removed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Add papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files  (Ctrl+O); or drop them here, or paste them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here, paste them, or press Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the password …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by a new version …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the original …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change seats on the group&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People on the meeting&apos;s day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Represents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has no seats on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} as it is on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} of {group}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>Both days are included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days of {name} are mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until (may stay open)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the person leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the person back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is active again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Close  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width  (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger  (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page  (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before  (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller  (Ctrl+-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Afbryd</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stopper …</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Check the code</source>
        <translation>Kontrollér koden</translation>
    </message>
    <message>
        <source>It opens the desk if passphrase and computer are lost, and it is shown only now. Keep it on paper, away from this computer.</source>
        <translation>Den åbner desken, hvis adgangssætning og computer går tabt, og den vises kun nu. Gem den på papir, væk fra denne computer.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>The code counts only when it was typed back</source>
        <translation>Koden gælder først, når den er skrevet af</translation>
    </message>
    <message>
        <source>Type it from the paper: a copied code does not show that it is written down.</source>
        <translation>Skriv den fra papiret: en kopieret kode viser ikke, at den er skrevet ned.</translation>
    </message>
    <message>
        <source>Type it here from the paper</source>
        <translation>Skriv den her fra papiret</translation>
    </message>
    <message>
        <source>Write down the recovery code</source>
        <translation>Skriv gendannelseskoden ned</translation>
    </message>
</context>
<context>
    <name>RelationForm</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an organisation from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tied to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenameForm</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers of earlier days keep the old name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers of meetings before that day keep the old name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day the new name holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short in Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group is called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RhythmForm</name>
    <message>
        <source>Area in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and area are placeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhythm and area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Vis %n mere</numerusform>
            <numerusform>Vis %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Vis færre</translation>
    </message>
</context>
<context>
    <name>SeatForm</name>
    <message>
        <source>That is not a day: write it as 3.2.2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatPanel</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the seat down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the seat up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the seat again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat is removed: {seat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat stands again: {seat}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>A seat is a place for a sector or a body; people hold it from one day to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ends in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide ended seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a member there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n ended seat(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filled} of {all} filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} from {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message>
        <source>No seat on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Vis %n mere</numerusform>
            <numerusform>Vis %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Vis færre</translation>
    </message>
    <message>
        <source>{role} of {group}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>How the window looks</source>
        <translation>Vinduets udseende</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Som computeren</translation>
    </message>
    <message>
        <source>Not kept in a file of this computer</source>
        <translation>Ligger ikke i en fil på denne computer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Logget ind som</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekststørrelse</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Denne desk</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Another desk</source>
        <translation>En anden desk</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Gendannelseskode</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Vis det, jeg skriver</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Brug adgangssætningen</translation>
    </message>
    <message>
        <source>Use the recovery code from paper</source>
        <translation>Brug gendannelseskoden fra papiret</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Cancelled: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved from {day}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Trin {number} af {count}: {name}</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeForm</name>
    <message>
        <source>Fill the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the seat on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name; somebody new too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Say from which day: the one before leaves the day before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person&apos;s organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until (may stay open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has the seat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} leaves the day before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is new and enters the directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Find any group, meeting, person or command  (Ctrl+K)</source>
        <translation>Find enhver gruppe, møde, person eller kommando  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Frem</translation>
    </message>
    <message>
        <source>Search or go to a group, meeting, person or command</source>
        <translation>Søg eller gå til en gruppe, et møde, en person eller en kommando</translation>
    </message>
    <message>
        <source>Search or go to …</source>
        <translation>Søg eller gå til …</translation>
    </message>
</context>
<context>
    <name>UndoPage</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockLine</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Password of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That password does not open it: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is locked. The password is used once and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Appoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the national group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody carries this group&apos;s matters up: appoint one of its members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional representatives: {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The national group has no seat for this group: appointing somebody makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The representative has left this group: appoint one who sits in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatForm</name>
    <message>
        <source>Add the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoButton</name>
    <message>
        <source>Signed in as {name}</source>
        <translation>Logget ind som {name}</translation>
    </message>
</context>
</TS>
