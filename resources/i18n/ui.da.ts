<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
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
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
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
    <name>InlineForm</name>
    <message>
        <source>Cancel</source>
        <translation>Afbryd</translation>
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
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Trin {number} af {count}: {name}</translation>
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
    <name>WhoButton</name>
    <message>
        <source>Signed in as {name}</source>
        <translation>Logget ind som {name}</translation>
    </message>
</context>
</TS>
