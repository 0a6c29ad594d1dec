<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>ActForm</name>
    <message>
        <source>Take each find out, or keep it and say why.</source>
        <translation>Fjern hvert fund, eller behold det og skriv hvorfor.</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Accept</source>
        <translation>Modtag</translation>
    </message>
    <message>
        <source>Accept for {body}</source>
        <translation>Modtag for {body}</translation>
    </message>
    <message>
        <source>Answer …</source>
        <translation>Svar …</translation>
    </message>
    <message>
        <source>Ask the group again</source>
        <translation>Spørg gruppen igen</translation>
    </message>
    <message>
        <source>Carry it up</source>
        <translation>Løft sagen</translation>
    </message>
    <message>
        <source>Carry it up again</source>
        <translation>Løft sagen igen</translation>
    </message>
    <message>
        <source>Carry it up in its place</source>
        <translation>Løft sagen i gruppens sted</translation>
    </message>
    <message>
        <source>Choose the agenda …</source>
        <translation>Vælg dagsorden …</translation>
    </message>
    <message>
        <source>Choose the body</source>
        <translation>Vælg forum</translation>
    </message>
    <message>
        <source>Close it with a note …</source>
        <translation>Luk med en bemærkning …</translation>
    </message>
    <message>
        <source>Close the case …</source>
        <translation>Afslut sagen …</translation>
    </message>
    <message>
        <source>Close the escalation</source>
        <translation>Luk forelæggelsen</translation>
    </message>
    <message>
        <source>Deal with it here after all …</source>
        <translation>Behandl det her alligevel …</translation>
    </message>
    <message>
        <source>Look for personal data …</source>
        <translation>Se efter personoplysninger …</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Læg sammen …</translation>
    </message>
    <message>
        <source>Note the endorsement …</source>
        <translation>Notér tiltrædelsen …</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Genåbn</translation>
    </message>
    <message>
        <source>Open the case again</source>
        <translation>Genåbn sagen</translation>
    </message>
    <message>
        <source>Open the meeting</source>
        <translation>Åbn mødet</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>Åbn {reference}</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>Sæt på dagsordenen</translation>
    </message>
    <message>
        <source>Release the answer …</source>
        <translation>Frigiv svaret …</translation>
    </message>
    <message>
        <source>Remove the case</source>
        <translation>Fjern sagen</translation>
    </message>
    <message>
        <source>Remove the draft</source>
        <translation>Fjern udkastet</translation>
    </message>
    <message>
        <source>Report it outside a meeting …</source>
        <translation>Meld det tilbage uden for et møde …</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>Send tilbage …</translation>
    </message>
    <message>
        <source>Send on …</source>
        <translation>Send videre …</translation>
    </message>
    <message>
        <source>Send to {body}</source>
        <translation>Send til {body}</translation>
    </message>
    <message>
        <source>Take off the agenda</source>
        <translation>Tag af dagsordenen</translation>
    </message>
    <message>
        <source>Take out of what it was merged into</source>
        <translation>Skil ud igen</translation>
    </message>
    <message>
        <source>Take the answer back …</source>
        <translation>Træk svaret tilbage …</translation>
    </message>
    <message>
        <source>Take the release back</source>
        <translation>Træk frigivelsen tilbage</translation>
    </message>
    <message>
        <source>Take the sending back</source>
        <translation>Kald tilbage</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Træk tilbage …</translation>
    </message>
    <message>
        <source>Write down the answer …</source>
        <translation>Skriv svaret ind …</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>My week</source>
        <translation>Min uge</translation>
    </message>
    <message>
        <source>One group</source>
        <translation>Én gruppe</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rækkefølge</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Søg i opfølgning</translation>
    </message>
    <message>
        <source>Search: words, owner:3F, due:&lt;friday, is:overdue …</source>
        <translation>Søg: ord, ansvarlig:3F, frist:&lt;fredag, er:overskredet …</translation>
    </message>
    <message>
        <source>Whose actions</source>
        <translation>Hvis opfølgning</translation>
    </message>
</context>
<context>
    <name>ActionCounts</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag for sent</numerusform>
            <numerusform>%n dage for sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overskredet</numerusform>
            <numerusform>%n overskredet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionLists</name>
    <message>
        <source>All open actions …</source>
        <translation>Alle åbne opfølgningspunkter …</translation>
    </message>
    <message>
        <source>My own open actions …</source>
        <translation>Mine egne åbne opfølgningspunkter …</translation>
    </message>
    <message>
        <source>Open actions of {name} …</source>
        <translation>Åbne opfølgningspunkter for {name} …</translation>
    </message>
</context>
<context>
    <name>ActionPanel</name>
    <message>
        <source>A word about its progress</source>
        <translation>Et ord om, hvordan det går</translation>
    </message>
    <message>
        <source>Agreed on {day}.</source>
        <translation>Aftalt {day}.</translation>
    </message>
    <message>
        <source>Agreed outside a meeting on {day}.</source>
        <translation>Aftalt uden for et møde {day}.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Decided: {text}</source>
        <translation>Besluttet: {text}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Udført</translation>
    </message>
    <message>
        <source>Done  (Space)</source>
        <translation>Udført  (Mellemrum)</translation>
    </message>
    <message>
        <source>Goes on as {reference}</source>
        <translation>Fortsætter som {reference}</translation>
    </message>
    <message>
        <source>Hand over to another owner or group</source>
        <translation>Overdrag til en anden ansvarlig eller gruppe</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>I gang</translation>
    </message>
    <message>
        <source>In progress  (P)</source>
        <translation>I gang  (P)</translation>
    </message>
    <message>
        <source>No e-mail address is known</source>
        <translation>Ingen e-mailadresse kendes</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Ikke begyndt</translation>
    </message>
    <message>
        <source>Not done, or not possible</source>
        <translation>Ikke udført eller ikke muligt</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Genåbn</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>Person eller organisation</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gemt.</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <source>Taken over from {reference}</source>
        <translation>Overtaget fra {reference}</translation>
    </message>
    <message>
        <source>The minutes are still being written: the words are changed there.</source>
        <translation>Referatet er ikke godkendt endnu: ordene rettes dér.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>What happened? Enter adds it to the story</source>
        <translation>Hvad skete der? Enter føjer det til forløbet</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Hvad skal gøres</translation>
    </message>
    <message>
        <source>Whom to ask there</source>
        <translation>Hvem man spørger dér</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Hvorfor: {reason}</translation>
    </message>
    <message>
        <source>Written into the story.</source>
        <translation>Skrevet i forløbet.</translation>
    </message>
    <message>
        <source>{group}, meeting on {day}</source>
        <translation>{group}, møde {day}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Aftalt</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>Efter frist</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Efter gruppe</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>Efter punkt</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Efter ansvarlig</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>Efter prioritet</translation>
    </message>
    <message>
        <source>By theme</source>
        <translation>Efter tema</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Deadline {before} → {after}</source>
        <translation>Frist {before} → {after}</translation>
    </message>
    <message>
        <source>From item</source>
        <translation>Fra punkt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Handed over as {after}</source>
        <translation>Overdraget som {after}</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Høj prioritet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Lav prioritet</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Næste uge</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Ingen frist</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Ingen ansvarlig</translation>
    </message>
    <message>
        <source>No theme</source>
        <translation>Intet tema</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Normal prioritet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Outside a meeting</source>
        <translation>Uden for møde</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overskredet</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Owner {before} → {after}</source>
        <translation>Ansvarlig {before} → {after}</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Reminder drafted</source>
        <translation>Påmindelse klargjort</translation>
    </message>
    <message>
        <source>Reminder drafted to {after}</source>
        <translation>Påmindelse klargjort til {after}</translation>
    </message>
    <message>
        <source>Taken over from {before}</source>
        <translation>Overtaget fra {before}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uge</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgen</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Hvad skal gøres</translation>
    </message>
    <message>
        <source>Worded anew</source>
        <translation>Ny ordlyd</translation>
    </message>
    <message>
        <source>{item} (meeting {day})</source>
        <translation>{item} (møde {day})</translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Alle %n</numerusform>
            <numerusform>Alle %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Dem alle</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Ingen frist</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Ingen ansvarlig</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Intet er åbent.</translation>
    </message>
    <message>
        <source>Save the open actions as PDF …</source>
        <translation>Gem de åbne opfølgningspunkter som PDF …</translation>
    </message>
    <message>
        <source>{day}, overdue</source>
        <translation>{day}, overskredet</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Draft mails to owners</source>
        <translation>Klargør mails til de ansvarlige</translation>
    </message>
    <message>
        <source>Draft mails …</source>
        <translation>Klargør mails …</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Nyt punkt</translation>
    </message>
    <message>
        <source>New action  (Ctrl+N)</source>
        <translation>Nyt punkt  (Ctrl+N)</translation>
    </message>
    <message>
        <source>Now the desk knows who you are.</source>
        <translation>Nu ved programmet, hvem du er.</translation>
    </message>
    <message>
        <source>One mail for each owner with all that is open</source>
        <translation>Én mail til hver ansvarlig med alt, der er åbent</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Søg i opfølgning</translation>
    </message>
    <message>
        <source>The desk has forgotten who you are.</source>
        <translation>Programmet har glemt, hvem du er.</translation>
    </message>
    <message>
        <source>What I owe this week and next</source>
        <translation>Hvad jeg skylder i denne og næste uge</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} fundet</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} åbne</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} overskredet</translation>
    </message>
</context>
<context>
    <name>ActivityPane</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Counted are agenda items that were dealt with, cases, escalations and circulars of each group.</source>
        <translation>Der tælles behandlede dagsordenspunkter, sager, løftede sager og meddelelser for hver gruppe.</translation>
    </message>
    <message>
        <source>Every group worked on it</source>
        <translation>Alle grupper har arbejdet med den</translation>
    </message>
    <message>
        <source>Groups and what they did</source>
        <translation>Grupperne og det, de har gjort</translation>
    </message>
    <message>
        <source>Link or unlink …</source>
        <translation>Tilknyt eller fjern …</translation>
    </message>
    <message>
        <source>Nobody worked on it: {when}</source>
        <translation>Ingen har arbejdet med den: {when}</translation>
    </message>
    <message>
        <source>Nothing of this kind here.</source>
        <translation>Intet af den slags her.</translation>
    </message>
    <message>
        <source>Nothing yet from {groups}</source>
        <translation>Intet endnu fra {groups}</translation>
    </message>
    <message numerus="yes">
        <source>On %n coming agenda(s)</source>
        <translation>
            <numerusform>På %n kommende dagsorden</numerusform>
            <numerusform>På %n kommende dagsordener</numerusform>
        </translation>
    </message>
    <message>
        <source>Open these actions in Actions</source>
        <translation>Åbn dem under Opfølgning</translation>
    </message>
    <message>
        <source>Show all groups and quarters</source>
        <translation>Vis alle grupper og kvartaler</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Hvad der er gjort</translation>
    </message>
    <message>
        <source>Who did what, and when</source>
        <translation>Hvem har gjort hvad, og hvornår</translation>
    </message>
    <message>
        <source>since the plan began</source>
        <translation>siden planen begyndte</translation>
    </message>
</context>
<context>
    <name>AgendaActions</name>
    <message>
        <source>Nothing is missing: every standing item is on the agenda.</source>
        <translation>Intet mangler: alle faste punkter står på dagsordenen.</translation>
    </message>
    <message>
        <source>The agenda was filled with what was missing.</source>
        <translation>Dagsordenen er udfyldt med det, der manglede.</translation>
    </message>
    <message>
        <source>The item was moved.</source>
        <translation>Punktet er flyttet.</translation>
    </message>
    <message>
        <source>“{title}” waits for the group&apos;s next meeting.</source>
        <translation>”{title}” venter på gruppens næste møde.</translation>
    </message>
    <message>
        <source>“{title}” was carried to the next meeting.</source>
        <translation>”{title}” er flyttet til næste møde.</translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>”{title}” er fjernet.</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Add an item</source>
        <translation>Tilføj et punkt</translation>
    </message>
    <message>
        <source>Add an item  (Ctrl+N)</source>
        <translation>Tilføj et punkt  (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add an item that was raised at the meeting  (Ctrl+N)</source>
        <translation>Tilføj et punkt, der blev rejst på mødet  (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add the first item</source>
        <translation>Tilføj det første punkt</translation>
    </message>
    <message>
        <source>Add the standing items that are missing, and items that wait for a meeting</source>
        <translation>Tilføj de faste punkter, der mangler, og punkter, der venter på et møde</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Dagsorden</translation>
    </message>
    <message>
        <source>Carry to the next meeting</source>
        <translation>Flyt til næste møde</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Lav en kopi</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Udfyld</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Nyt punkt</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Sæt det tilbage</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Somebody removed the item you were writing in. Your text is not lost.</source>
        <translation>En anden har fjernet det punkt, du skrev i. Din tekst er ikke tabt.</translation>
    </message>
    <message>
        <source>What shall the group talk about? Every item gets its time, its owner and its papers.</source>
        <translation>Hvad skal gruppen tale om? Hvert punkt får sin tid, sin ansvarlige og sine bilag.</translation>
    </message>
</context>
<context>
    <name>AgendaWords</name>
    <message numerus="yes">
        <source>%n minute(s) over {end}</source>
        <translation>
            <numerusform>%n minut over kl. {end}</numerusform>
            <numerusform>%n minutter over kl. {end}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>Fejl i %n bilag</numerusform>
            <numerusform>Fejl i %n bilag</numerusform>
        </translation>
    </message>
    <message>
        <source>Item {number}, {start}: {title}. {purpose}, {minutes} minutes.</source>
        <translation>Punkt {number}, kl. {start}: {title}. {purpose}, {minutes} minutter.</translation>
    </message>
    <message>
        <source>carried on</source>
        <translation>videreført</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min.</translation>
    </message>
    <message>
        <source>{planned} of {length} minutes planned</source>
        <translation>{planned} af {length} minutter planlagt</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Besvaret den</translation>
    </message>
    <message>
        <source>Decision in the minutes</source>
        <translation>Beslutning i referatet</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>It goes home when it is released.</source>
        <translation>Det går hjem, når det frigives.</translation>
    </message>
    <message>
        <source>Journal number</source>
        <translation>Journalnummer</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Gem svaret</translation>
    </message>
    <message>
        <source>No decision in minutes on the desk</source>
        <translation>Ingen beslutning i et referat i programmet</translation>
    </message>
    <message>
        <source>No minutes on the desk tell of it: name the document or the journal number that does.</source>
        <translation>Intet referat i programmet fortæller om det: angiv det dokument eller journalnummer, der gør.</translation>
    </message>
    <message>
        <source>Recorded by {name}.</source>
        <translation>Skrevet ind af {name}.</translation>
    </message>
    <message>
        <source>Such as “letter of 3 March”</source>
        <translation>F.eks. ”brev af 3. marts”</translation>
    </message>
    <message>
        <source>The answer is kept: release it, so that it goes home.</source>
        <translation>Svaret er gemt: frigiv det, så det går hjem.</translation>
    </message>
    <message>
        <source>The answer of {body}</source>
        <translation>Svar fra {body}</translation>
    </message>
    <message>
        <source>The day of the meeting</source>
        <translation>Mødets dag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>What {body} decided, who does what, and by when</source>
        <translation>Hvad {body} besluttede, hvem der gør hvad, og hvornår</translation>
    </message>
</context>
<context>
    <name>AppointForm</name>
    <message>
        <source>Appoint</source>
        <translation>Udpeg</translation>
    </message>
    <message>
        <source>Appoint a representative</source>
        <translation>Udpeg en repræsentant</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
    <message>
        <source>Member of the group</source>
        <translation>Medlem af gruppen</translation>
    </message>
    <message>
        <source>Nobody holds a member&apos;s seat in the group: fill a seat first.</source>
        <translation>Ingen har en medlemsplads i gruppen: besæt først en plads.</translation>
    </message>
    <message>
        <source>Say from which day.</source>
        <translation>Angiv fra hvilken dag.</translation>
    </message>
    <message>
        <source>{name} speaks for the group.</source>
        <translation>{name} repræsenterer gruppen.</translation>
    </message>
</context>
<context>
    <name>ApprovalForm</name>
    <message>
        <source>Approve and freeze</source>
        <translation>Godkend og lås</translation>
    </message>
    <message>
        <source>Approve the minutes</source>
        <translation>Få referatet godkendt</translation>
    </message>
    <message>
        <source>At the meeting of {day}, item {number}</source>
        <translation>På mødet {day}, punkt {number}</translation>
    </message>
    <message>
        <source>At the meeting of {day}, item {number} (once it is held)</source>
        <translation>På mødet {day}, punkt {number} (når det er holdt)</translation>
    </message>
    <message>
        <source>At the next meeting (none has an item for it yet)</source>
        <translation>På næste møde (intet møde har et punkt til det endnu)</translation>
    </message>
    <message>
        <source>Everybody has agreed</source>
        <translation>Alle har sagt ja</translation>
    </message>
    <message>
        <source>From then on they are frozen: what was wrong is put right by a correction.</source>
        <translation>Derefter er referatet låst: fejl rettes med en rettelse.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>How, such as “by e-mail to the secretary”</source>
        <translation>Hvordan, fx ”pr. mail til sekretæren”</translation>
    </message>
    <message>
        <source>Nobody objected in time (not so: a comment was declined)</source>
        <translation>Ingen indsigelser inden fristen (en kommentar er dog afvist)</translation>
    </message>
    <message>
        <source>Nobody objected in time: comments until {day}</source>
        <translation>Ingen indsigelser inden fristen {day}</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>Bemærkning (kan være tom)</translation>
    </message>
    <message>
        <source>The minutes are approved and frozen.</source>
        <translation>Referatet er godkendt og låst.</translation>
    </message>
</context>
<context>
    <name>AreaCard</name>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>No area is written down: the group may cover the whole country.</source>
        <translation>Intet område er angivet: gruppen kan dække hele landet.</translation>
    </message>
    <message>
        <source>The group no longer covers {area}</source>
        <translation>Gruppen dækker ikke længere {area}</translation>
    </message>
    <message>
        <source>{area} is no longer covered.</source>
        <translation>{area} er ikke længere dækket.</translation>
    </message>
</context>
<context>
    <name>AreaForm</name>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Choose an area from the list.</source>
        <translation>Vælg et område på listen.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Police district, region …</source>
        <translation>Politikreds, region …</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>The group covers {area}.</source>
        <translation>Gruppen dækker {area}.</translation>
    </message>
</context>
<context>
    <name>AsOfField</name>
    <message>
        <source>As of today</source>
        <translation>Pr. dags dato</translation>
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
    <name>AttendanceCard</name>
    <message>
        <source>All groups side by side</source>
        <translation>Alle grupper side om side</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>Attendance by</source>
        <translation>Fremmøde efter</translation>
    </message>
    <message>
        <source>Earlier meetings</source>
        <translation>Tidligere møder</translation>
    </message>
    <message>
        <source>Later meetings</source>
        <translation>Senere møder</translation>
    </message>
    <message>
        <source>Once a meeting has been held one sees here who comes and who has fallen silent.</source>
        <translation>Når der er holdt et møde, ses det her, hvem der kommer, og hvem der er holdt op med det.</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationer</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regioner</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Sektorer</translation>
    </message>
    <message>
        <source>Which meetings</source>
        <translation>Hvilke møder</translation>
    </message>
    <message>
        <source>Who was heard at the latest meetings</source>
        <translation>Hvem der var til stede på de seneste møder</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>ingen plads</translation>
    </message>
    <message numerus="yes">
        <source>not heard for %n meeting(s)</source>
        <translation>
            <numerusform>ikke til stede i %n møde</numerusform>
            <numerusform>ikke til stede i %n møder</numerusform>
        </translation>
    </message>
    <message>
        <source>{heard} of {all}</source>
        <translation>{heard} af {all}</translation>
    </message>
    <message numerus="yes">
        <source>{share} % of the places at %n meeting(s)</source>
        <translation>
            <numerusform>{share} % af pladserne på %n møde</numerusform>
            <numerusform>{share} % af pladserne på %n møder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>All groups, {first} to {last}</source>
        <translation>Alle grupper, {first} til {last}</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>Attendance by</source>
        <translation>Fremmøde efter</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>Pr. kvartal</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Pr. år</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>How long a column is</source>
        <translation>Hvor lang en periode en kolonne dækker</translation>
    </message>
    <message>
        <source>How much was heard</source>
        <translation>Hvor ofte der blev mødt frem</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>No meeting was held in this time: look earlier.</source>
        <translation>Der blev ikke holdt møder i denne periode: se længere tilbage.</translation>
    </message>
    <message>
        <source>Once a meeting has been held one sees here who comes, and how often.</source>
        <translation>Når et møde er holdt, ser man her, hvem der møder frem, og hvor ofte.</translation>
    </message>
    <message>
        <source>Organisations by group</source>
        <translation>Organisationer pr. gruppe</translation>
    </message>
    <message>
        <source>Per cent of the meetings at which somebody spoke for the sector, where it has a seat.</source>
        <translation>Procent af møderne, hvor nogen mødte for sektoren, når den har en plads.</translation>
    </message>
    <message>
        <source>Per cent of the meetings at which the organisation was heard, where it has a seat.</source>
        <translation>Procent af møderne, hvor organisationen var til stede, når den har en plads.</translation>
    </message>
    <message>
        <source>Per cent of the places at the table at which somebody sat, in person or by a deputy.</source>
        <translation>Procent af pladserne ved bordet, hvor nogen mødte, selv eller ved suppleant.</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>K{number}</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>{number}. kvartal {year}</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Sektorer</translation>
    </message>
    <message>
        <source>Sectors by group</source>
        <translation>Sektorer pr. gruppe</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>ingen plads</translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation>intet noteret</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>{share} %, {heard} of {all}</source>
        <translation>{share} %, {heard} af {all}</translation>
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
            <numerusform>%n kommende</numerusform>
            <numerusform>%n kommende</numerusform>
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
        <source>%n empty quarter(s)</source>
        <translation>
            <numerusform>%n tomt kvartal</numerusform>
            <numerusform>%n tomme kvartaler</numerusform>
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
        <source>Call for items</source>
        <translation>Efterlys punkter</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Aflyst</translation>
    </message>
    <message>
        <source>Change unsent</source>
        <translation>Ændring usendt</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Snart</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentarer</translation>
    </message>
    <message>
        <source>Go to the groups</source>
        <translation>Gå til grupperne</translation>
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
        <source>Needs you</source>
        <translation>Venter på dig</translation>
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
        <source>No minutes yet</source>
        <translation>Intet referat</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>Uden udfald</translation>
    </message>
    <message>
        <source>No representative</source>
        <translation>Ingen repræsentant</translation>
    </message>
    <message>
        <source>Nobody has a seat yet</source>
        <translation>Ingen har plads endnu</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Ikke godkendt</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Ikke afsluttet</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>Ikke planlagt</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Planlæg et møde</translation>
    </message>
    <message>
        <source>Set up the groups first: then the year&apos;s meetings stand here, a line for each group.</source>
        <translation>Opret grupperne først: så står årets møder her, en linje for hver gruppe.</translation>
    </message>
    <message>
        <source>With chair</source>
        <translation>Hos formand</translation>
    </message>
    <message>
        <source>Without {sectors}</source>
        <translation>Uden {sectors}</translation>
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
        <source>quarter {number}</source>
        <translation>{number}. kvartal</translation>
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
    <name>CameRow</name>
    <message>
        <source>Name; somebody new too</source>
        <translation>Navn, også på en ny person</translation>
    </message>
    <message>
        <source>Was the person there?</source>
        <translation>Var personen der?</translation>
    </message>
    <message>
        <source>Who came instead</source>
        <translation>Hvem der kom i stedet</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message numerus="yes">
        <source>%n merged into it</source>
        <translation>
            <numerusform>%n lagt sammen med den</numerusform>
            <numerusform>%n lagt sammen med den</numerusform>
        </translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>i {time}</translation>
    </message>
    <message>
        <source>raised by {groups}</source>
        <translation>rejst af {groups}</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>siden i dag</translation>
    </message>
</context>
<context>
    <name>CaseDoing</name>
    <message>
        <source>A draft is made: word it for the body above.</source>
        <translation>Der er lavet et udkast: skriv det til niveauet over.</translation>
    </message>
    <message>
        <source>Accepted: it waits for an agenda.</source>
        <translation>Modtaget: den venter på en dagsorden.</translation>
    </message>
    <message>
        <source>Closed: every group has heard the answer.</source>
        <translation>Afsluttet: alle grupper har hørt svaret.</translation>
    </message>
    <message>
        <source>It goes its own way again.</source>
        <translation>Den går sin egen vej igen.</translation>
    </message>
    <message>
        <source>It is a draft again.</source>
        <translation>Den er et udkast igen.</translation>
    </message>
    <message>
        <source>It is off the agenda, and waits for the next.</source>
        <translation>Den er taget af dagsordenen og venter på den næste.</translation>
    </message>
    <message>
        <source>It stands on the agenda of {day}.</source>
        <translation>Den står på dagsordenen {day}.</translation>
    </message>
    <message>
        <source>It stands on the agenda.</source>
        <translation>Den står på dagsordenen.</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Genåbnet.</translation>
    </message>
    <message>
        <source>Received: write the answer down when it comes.</source>
        <translation>Modtaget: skriv svaret ind, når det kommer.</translation>
    </message>
    <message>
        <source>Sent to {body}.</source>
        <translation>Sendt til {body}.</translation>
    </message>
    <message>
        <source>Taken back: the answer goes home by the agenda again.</source>
        <translation>Taget tilbage: Svaret går igen hjem ad dagsordenen.</translation>
    </message>
    <message>
        <source>The answer is held back again.</source>
        <translation>Svaret holdes tilbage igen.</translation>
    </message>
    <message>
        <source>The case is open again.</source>
        <translation>Sagen er genåbnet.</translation>
    </message>
    <message>
        <source>The case was removed.</source>
        <translation>Sagen er fjernet.</translation>
    </message>
    <message>
        <source>The draft was removed.</source>
        <translation>Udkastet er fjernet.</translation>
    </message>
    <message>
        <source>The item is linked.</source>
        <translation>Punktet er knyttet til sagen.</translation>
    </message>
    <message>
        <source>The link is taken away.</source>
        <translation>Knytningen er fjernet.</translation>
    </message>
    <message>
        <source>The sending is taken back. What was sent is kept.</source>
        <translation>Afsendelsen er trukket tilbage. Det sendte er gemt.</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Choose the group that raises it.</source>
        <translation>Vælg den gruppe, der rejser sagen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>In a few words, and never who it is about</source>
        <translation>Med få ord, og aldrig hvem den handler om</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Ny sag</translation>
    </message>
    <message>
        <source>Say in a few words what it is about.</source>
        <translation>Skriv med få ord, hvad den handler om.</translation>
    </message>
    <message>
        <source>The case is written down.</source>
        <translation>Sagen er oprettet.</translation>
    </message>
    <message>
        <source>The desk gives it its reference. No names, no birth dates, no CPR numbers, no addresses.</source>
        <translation>Programmet giver den et sagsnummer. Ingen navne, fødselsdatoer, CPR-numre eller adresser.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Det vi ved</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Hvad den handler om</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Opret sagen</translation>
    </message>
</context>
<context>
    <name>CaseListCard</name>
    <message>
        <source>A case is a matter that a group deals with: a challenge, a trend, a matter of principle. From here it can be carried up, and its answer comes back.</source>
        <translation>En sag er noget, en gruppe arbejder med: en udfordring, en tendens, et principielt spørgsmål. Herfra kan den løftes, og svaret kommer tilbage.</translation>
    </message>
    <message>
        <source>Enter opens · N new case · / search</source>
        <translation>Enter åbner · N ny sag · / søg</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Ny sag</translation>
    </message>
    <message>
        <source>No case fits the search.</source>
        <translation>Ingen sag passer til søgningen.</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>Vis alle åbne sager</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>Copy the reference</source>
        <translation>Kopiér sagsnummeret</translation>
    </message>
    <message>
        <source>Everything about this theme</source>
        <translation>Alt om temaet</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>Åbn gruppen</translation>
    </message>
    <message>
        <source>Save a document</source>
        <translation>Gem et dokument</translation>
    </message>
    <message>
        <source>{reference} is copied.</source>
        <translation>{reference} er kopieret.</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>More about this case</source>
        <translation>Mere om sagen</translation>
    </message>
    <message>
        <source>Something is asked of a minor’s matter</source>
        <translation>Der mangler svar i en sag om en mindreårig</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Vejen</translation>
    </message>
    <message>
        <source>Views of the case</source>
        <translation>Visninger af sagen</translation>
    </message>
    <message>
        <source>written down {day}</source>
        <translation>oprettet {day}</translation>
    </message>
</context>
<context>
    <name>CasePapers</name>
    <message>
        <source>Brief as PDF …</source>
        <translation>Forelæggelse som PDF …</translation>
    </message>
    <message>
        <source>Brief as Word …</source>
        <translation>Forelæggelse som Word …</translation>
    </message>
    <message>
        <source>Feedback note as PDF …</source>
        <translation>Tilbagemelding som PDF …</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>A matter of a minor: the case page says what is missing.</source>
        <translation>Sagen angår en mindreårig: sagens side viser, hvad der mangler.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Closed {day}</source>
        <translation>Lukket {day}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Lacks facts</source>
        <translation>Mangler svar</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Mindreårig</translation>
    </message>
    <message>
        <source>Not carried up</source>
        <translation>Ikke løftet</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På vej</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Sagsnr.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Alder</translation>
    </message>
</context>
<context>
    <name>CasesBar</name>
    <message>
        <source>All cases</source>
        <translation>Alle sager</translation>
    </message>
    <message>
        <source>By reference</source>
        <translation>Efter sagsnr.</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nyeste først</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Ældste først</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rækkefølge</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Søg i sager</translation>
    </message>
    <message>
        <source>Search: words, kind:trend, theme:children …</source>
        <translation>Søg: ord, art:tendens, tema:børn …</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Undervejs</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Hvad der vises</translation>
    </message>
</context>
<context>
    <name>CasesDocuments</name>
    <message>
        <source>Hand-over sheet for a new coordinator …</source>
        <translation>Overdragelse til en ny koordinator …</translation>
    </message>
    <message>
        <source>Ledger of all escalations …</source>
        <translation>Oversigt over alle løftede sager …</translation>
    </message>
    <message>
        <source>Ledger of all escalations, with confidential ones …</source>
        <translation>Oversigt over alle løftede sager, også fortrolige …</translation>
    </message>
    <message>
        <source>Ledger of escalations, {level} …</source>
        <translation>Oversigt over løftede sager, {level} …</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n answer(s) late</source>
        <translation>
            <numerusform>%n svar for sent</numerusform>
            <numerusform>%n svar for sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Meddelelser</translation>
    </message>
    <message>
        <source>Circulars of the national group</source>
        <translation>Den nationale gruppes meddelelser</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Ny sag</translation>
    </message>
    <message>
        <source>New case  (N)</source>
        <translation>Ny sag  (N)</translation>
    </message>
    <message>
        <source>Nothing is on its way. A group writes a case down, and carries it up where it cannot solve it itself: then it stands here, with who has it and when the answer can be heard.</source>
        <translation>Intet er på vej. En gruppe opretter en sag og løfter den, når den ikke selv kan løse den: så står den her med, hvem der har den, og hvornår svaret kan høres.</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Søg i sager</translation>
    </message>
    <message>
        <source>What the national group sends out</source>
        <translation>Det, den nationale gruppe sender ud</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} fundet</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} åbne</translation>
    </message>
    <message>
        <source>{count} under way</source>
        <translation>{count} undervejs</translation>
    </message>
</context>
<context>
    <name>ChangedText</name>
    <message>
        <source>added: {words}</source>
        <translation>tilføjet: {words}</translation>
    </message>
    <message>
        <source>removed: {words}</source>
        <translation>slettet: {words}</translation>
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
    <name>ChosenPanel</name>
    <message>
        <source>Accept</source>
        <translation>Godkend</translation>
    </message>
    <message numerus="yes">
        <source>Accept the group&apos;s %n</source>
        <translation>
            <numerusform>Godkend gruppens %n</numerusform>
            <numerusform>Godkend gruppens %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a meeting in the wheel</source>
        <translation>Vælg et møde i årshjulet</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Drag it, or lift it with Space: ← → a working day, Ctrl ← → a week, Enter sets it down, Esc takes it back.</source>
        <translation>Træk det, eller løft det med mellemrum: ← → en arbejdsdag, Ctrl ← → en uge, Enter sætter det ned, Esc lægger det tilbage.</translation>
    </message>
    <message>
        <source>First planned for {day}. Moved: {reason}</source>
        <translation>Først planlagt til {day}. Flyttet: {reason}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>If it goes on: ministries on {above}, answer possible on {back}.</source>
        <translation>Går sagen videre: ministerierne {above}, svar muligt {back}.</translation>
    </message>
    <message>
        <source>It stands on {day} until you move it.</source>
        <translation>Det står {day}, indtil du flytter det.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Flyt det</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Ingen dag</translation>
    </message>
    <message>
        <source>Not moved yet</source>
        <translation>Ikke flyttet endnu</translation>
    </message>
    <message>
        <source>Nothing speaks against the day.</source>
        <translation>Intet taler imod dagen.</translation>
    </message>
    <message>
        <source>Open the meeting</source>
        <translation>Åbn mødet</translation>
    </message>
    <message>
        <source>Propose anew</source>
        <translation>Foreslå på ny</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Foreslået</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Læg tilbage</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>Save the reason</source>
        <translation>Gem begrundelsen</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Sat manuelt</translation>
    </message>
    <message>
        <source>The meeting ends before it begins.</source>
        <translation>Mødet slutter, før det begynder.</translation>
    </message>
    <message>
        <source>The quarter ended without an ordinary meeting. Say why: the Board shows it as a red flag.</source>
        <translation>Kvartalet sluttede uden et ordinært møde. Skriv hvorfor: overblikket viser det som et rødt flag.</translation>
    </message>
    <message>
        <source>These rules leave no day together. Change one of them, or drag the meeting to a day yourself.</source>
        <translation>Disse regler levner tilsammen ingen dag. Ret en af dem, eller træk selv mødet hen på en dag.</translation>
    </message>
    <message>
        <source>Those who were told will ask</source>
        <translation>De indkaldte vil spørge</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Hvad man kan gøre med det</translation>
    </message>
    <message>
        <source>What is agreed here has no national meeting to go to yet.</source>
        <translation>Det, der aftales her, har endnu intet nationalt møde at komme på.</translation>
    </message>
    <message>
        <source>When can we hear? National group on {national}, answer possible at your meeting on {back}.</source>
        <translation>Hvornår kan vi få svar? National gruppe {national}, svar muligt på jeres møde {back}.</translation>
    </message>
    <message>
        <source>When can we hear? National group on {national}; your next meeting is not planned yet.</source>
        <translation>Hvornår kan vi få svar? National gruppe {national}; jeres næste møde er ikke planlagt endnu.</translation>
    </message>
    <message>
        <source>Why it lies there and what speaks against it stands here.</source>
        <translation>Her står, hvorfor det ligger der, og hvad der taler imod.</translation>
    </message>
    <message>
        <source>{day} would suit better, but: {reason}</source>
        <translation>{day} ville passe bedre, men: {reason}</translation>
    </message>
</context>
<context>
    <name>CircularForm</name>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Add an activity of the action plan</source>
        <translation>Tilføj en aktivitet i handlingsplanen</translation>
    </message>
    <message>
        <source>Change the circular</source>
        <translation>Ret meddelelsen</translation>
    </message>
    <message>
        <source>Decided under</source>
        <translation>Besluttet under</translation>
    </message>
    <message>
        <source>Decision that is told with it</source>
        <translation>Beslutning, der følger med</translation>
    </message>
    <message>
        <source>Give the circular a title.</source>
        <translation>Giv meddelelsen en titel.</translation>
    </message>
    <message>
        <source>It stands so on six agendas</source>
        <translation>Sådan står den på seks dagsordener</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Må læses af</translation>
    </message>
    <message>
        <source>New circular</source>
        <translation>Ny meddelelse</translation>
    </message>
    <message>
        <source>Nobody gets it before it is sent.</source>
        <translation>Ingen får den, før den sendes.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Search the items of the last meetings</source>
        <translation>Søg i punkterne fra de seneste møder</translation>
    </message>
    <message>
        <source>The circular is changed.</source>
        <translation>Meddelelsen er rettet.</translation>
    </message>
    <message>
        <source>The circular is written.</source>
        <translation>Meddelelsen er skrevet.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the groups are to know</source>
        <translation>Det, grupperne skal vide</translation>
    </message>
</context>
<context>
    <name>CircularPanel</name>
    <message>
        <source>Action plan: {activity}</source>
        <translation>Handlingsplan: {activity}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Decided: {item}, {day}</source>
        <translation>Besluttet: {item}, {day}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Ikke sendt</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notér</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Der er ikke skrevet noget endnu.</translation>
    </message>
    <message>
        <source>Open the meeting of {group}</source>
        <translation>Åbn mødet i {group}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Send …</source>
        <translation>Send …</translation>
    </message>
    <message>
        <source>Sent {day} by {name}</source>
        <translation>Sendt {day} af {name}</translation>
    </message>
    <message>
        <source>Take the sending back</source>
        <translation>Kald tilbage</translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation>Tema: {theme}</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Hvor den står</translation>
    </message>
    <message>
        <source>{group} has taken note of it</source>
        <translation>{group} har noteret den</translation>
    </message>
</context>
<context>
    <name>CircularWords</name>
    <message>
        <source>Drafts</source>
        <translation>Kladder</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Ikke sendt</translation>
    </message>
    <message>
        <source>dealt with on {day}, minutes not approved</source>
        <translation>behandlet {day}, referatet er ikke godkendt</translation>
    </message>
    <message>
        <source>noted in the minutes of {day}</source>
        <translation>noteret i referatet fra {day}</translation>
    </message>
    <message>
        <source>noted {day} by {name}</source>
        <translation>noteret {day} af {name}</translation>
    </message>
    <message>
        <source>on the agenda of {day}</source>
        <translation>på dagsordenen {day}</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>sendt {day}</translation>
    </message>
    <message>
        <source>waits for an agenda</source>
        <translation>venter på en dagsorden</translation>
    </message>
    <message>
        <source>{count} of {all} have noted it</source>
        <translation>{count} af {all} har noteret den</translation>
    </message>
</context>
<context>
    <name>CircularsPage</name>
    <message>
        <source>A circular tells all six regions the same: a common framework, a warning of a trend, good practice. It stands on the next agenda of each, and here one sees who has taken note of it.</source>
        <translation>En meddelelse siger det samme til alle seks regioner: en fælles ramme, en advarsel om en tendens, god praksis. Den kommer på den næste dagsorden i hver gruppe, og her ses, hvem der har noteret den.</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle slags</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Meddelelser</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>New circular</source>
        <translation>Ny meddelelse</translation>
    </message>
    <message>
        <source>New circular  (Ctrl+N)</source>
        <translation>Ny meddelelse  (Ctrl+N)</translation>
    </message>
    <message>
        <source>No circular of this kind.</source>
        <translation>Ingen meddelelse af denne slags.</translation>
    </message>
    <message>
        <source>Show all kinds</source>
        <translation>Vis alle slags</translation>
    </message>
    <message>
        <source>There is no national group today that could send one.</source>
        <translation>Der er i dag ingen national gruppe, der kan sende en.</translation>
    </message>
    <message>
        <source>What the national group sends to every region</source>
        <translation>Det, den nationale gruppe sender til alle regioner</translation>
    </message>
    <message>
        <source>{group} has taken note of it.</source>
        <translation>{group} har noteret den.</translation>
    </message>
    <message>
        <source>{reference} is removed.</source>
        <translation>{reference} er fjernet.</translation>
    </message>
    <message>
        <source>{reference} is taken back: it is a draft again.</source>
        <translation>{reference} er kaldt tilbage og er igen en kladde.</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>Close the escalation</source>
        <translation>Luk forelæggelsen</translation>
    </message>
    <message>
        <source>Closed: every group has heard the answer.</source>
        <translation>Afsluttet: alle grupper har hørt svaret.</translation>
    </message>
    <message>
        <source>It stands in the story of the case. Without a note it closes just the same.</source>
        <translation>Den står i sagens historik. Uden bemærkning lukkes der på samme måde.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Such as what the group will look at again, and when</source>
        <translation>F.eks. hvad gruppen vil se på igen, og hvornår</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>Approve and freeze …</source>
        <translation>Godkend og lås …</translation>
    </message>
    <message>
        <source>Carry all open items forward</source>
        <translation>Overfør alle åbne punkter</translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation>Luk  (Esc)</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Afslut mødet</translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation>Ret det</translation>
    </message>
    <message>
        <source>Fix it: {what}</source>
        <translation>Ret det: {what}</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>Punkt {number}</translation>
    </message>
    <message>
        <source>Kept, and the reason is logged.</source>
        <translation>Beholdt, og begrundelsen er logget.</translation>
    </message>
    <message>
        <source>Nothing is missing: the next step can be taken.</source>
        <translation>Intet mangler: næste skridt kan tages.</translation>
    </message>
    <message>
        <source>Nothing is open: the meeting can be closed.</source>
        <translation>Intet er åbent: mødet kan afsluttes.</translation>
    </message>
    <message>
        <source>The meeting is closed.</source>
        <translation>Mødet er afsluttet.</translation>
    </message>
    <message>
        <source>The open items were carried to the next meeting.</source>
        <translation>De åbne punkter er overført til næste møde.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Hvad der mangler</translation>
    </message>
    <message>
        <source>What keeps the meeting from closing</source>
        <translation>Hvad der mangler, før mødet kan afsluttes</translation>
    </message>
    <message>
        <source>What the next step still needs</source>
        <translation>Hvad næste skridt mangler</translation>
    </message>
</context>
<context>
    <name>ClosingsPanel</name>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation>Tilføj lukkedage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Ret {name}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Første dag</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Leave {name} out</source>
        <translation>Udelad {name}</translation>
    </message>
    <message>
        <source>Left out this year</source>
        <translation>Udeladt dette år</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>{name} is kept.</source>
        <translation>{name} er gemt.</translation>
    </message>
    <message>
        <source>{name} is left out.</source>
        <translation>{name} er udeladt.</translation>
    </message>
</context>
<context>
    <name>CommentCard</name>
    <message>
        <source>Accept  (A)</source>
        <translation>Imødekom  (A)</translation>
    </message>
    <message>
        <source>Accept in other words</source>
        <translation>Imødekom med andre ord</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Imødekom</translation>
    </message>
    <message>
        <source>Accept with these words</source>
        <translation>Imødekom med denne ordlyd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Afvis</translation>
    </message>
    <message>
        <source>Decline with a reply  (D)</source>
        <translation>Afvis med et svar  (D)</translation>
    </message>
    <message>
        <source>Decline …</source>
        <translation>Afvis …</translation>
    </message>
    <message>
        <source>How the entry shall read</source>
        <translation>Hvordan teksten skal lyde</translation>
    </message>
    <message>
        <source>How the entry shall read, or nothing if it goes</source>
        <translation>Hvad der skal stå, eller intet, hvis teksten skal ud</translation>
    </message>
    <message>
        <source>On the minutes as a whole</source>
        <translation>Til referatet som helhed</translation>
    </message>
    <message>
        <source>The comment by {who} is accepted.</source>
        <translation>Kommentaren fra {who} er imødekommet.</translation>
    </message>
    <message>
        <source>The comment by {who} is declined.</source>
        <translation>Kommentaren fra {who} er afvist.</translation>
    </message>
    <message>
        <source>The entry has changed since. It reads now: {text}</source>
        <translation>Teksten er ændret siden. Nu står der: {text}</translation>
    </message>
    <message>
        <source>Why it is declined</source>
        <translation>Hvorfor kommentaren afvises</translation>
    </message>
    <message>
        <source>Would leave this out.</source>
        <translation>Vil have dette udeladt.</translation>
    </message>
    <message>
        <source>{who}: {reply}</source>
        <translation>{who}: {reply}</translation>
    </message>
</context>
<context>
    <name>CommentForm</name>
    <message>
        <source>About</source>
        <translation>Vedrører</translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>Tilføj en kommentar</translation>
    </message>
    <message>
        <source>How the entry would read then (may stay empty)</source>
        <translation>Hvordan teksten så skulle lyde (kan være tom)</translation>
    </message>
    <message>
        <source>Keep the comment</source>
        <translation>Gem kommentaren</translation>
    </message>
    <message>
        <source>Name; somebody else too</source>
        <translation>Navn; også en anden</translation>
    </message>
    <message>
        <source>Proposed words</source>
        <translation>Foreslået ordlyd</translation>
    </message>
    <message>
        <source>The comment is kept.</source>
        <translation>Kommentaren er gemt.</translation>
    </message>
    <message>
        <source>The minutes as a whole</source>
        <translation>Referatet som helhed</translation>
    </message>
    <message>
        <source>Type it, or paste it from the mail</source>
        <translation>Skriv det, eller indsæt det fra mailen</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Hvad der blev sagt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Add a comment</source>
        <translation>Tilføj en kommentar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Alle ({count})</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentarer</translation>
    </message>
    <message>
        <source>Every comment is answered.</source>
        <translation>Alle kommentarer er besvaret.</translation>
    </message>
    <message>
        <source>Nobody has said anything yet. Paste what comes by mail, or drop the returned file here.</source>
        <translation>Ingen har sagt noget endnu. Indsæt, hvad der kommer pr. mail, eller slip den returnerede fil her.</translation>
    </message>
    <message>
        <source>Take in a Word file or mail that came back</source>
        <translation>Læs en Word-fil eller mail, der kom retur</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Ubesvarede</translation>
    </message>
    <message>
        <source>Unanswered ({count})</source>
        <translation>Ubesvarede ({count})</translation>
    </message>
    <message>
        <source>Which comments are shown</source>
        <translation>Hvilke kommentarer der vises</translation>
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
        <translation>Behold begge</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Behold min</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tag den andens</translation>
    </message>
    <message>
        <source>They wrote:</source>
        <translation>Den anden skrev:</translation>
    </message>
    <message>
        <source>What they wrote</source>
        <translation>Hvad den anden skrev</translation>
    </message>
    <message>
        <source>Yours stands in the field below.</source>
        <translation>Din tekst står i feltet nedenfor.</translation>
    </message>
    <message>
        <source>{field}: somebody else changed this while you were writing</source>
        <translation>{field}: en anden har ændret dette, mens du skrev</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Ny adresse</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>The address is kept.</source>
        <translation>Adressen er gemt.</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
</context>
<context>
    <name>CorrectNameForm</name>
    <message>
        <source>For slips of the pen: the days on which it holds stay.</source>
        <translation>Til skrivefejl: de dage, navnet gælder, bliver stående.</translation>
    </message>
    <message>
        <source>Mend the name</source>
        <translation>Ret navnet</translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation>Navn på dansk</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Navn på engelsk</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Forkortelse</translation>
    </message>
    <message>
        <source>The name is mended.</source>
        <translation>Navnet er rettet.</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Correct the approved minutes</source>
        <translation>Ret det godkendte referat</translation>
    </message>
    <message>
        <source>Freeze the corrected edition</source>
        <translation>Lås den rettede udgave</translation>
    </message>
    <message>
        <source>How it shall read</source>
        <translation>Hvordan der skal stå</translation>
    </message>
    <message>
        <source>It stands in the new edition, and in the document</source>
        <translation>Det står i den nye udgave og i dokumentet</translation>
    </message>
    <message>
        <source>One action a line, who and by when first: “3F 3 March: call the municipality”</source>
        <translation>Ét punkt pr. linje, hvem og hvornår først: ”3F 3. marts: ring til kommunen”</translation>
    </message>
    <message>
        <source>Something that is missing</source>
        <translation>Noget, der mangler</translation>
    </message>
    <message>
        <source>The corrected edition is frozen.</source>
        <translation>Den rettede udgave er låst.</translation>
    </message>
    <message>
        <source>The edition before stays as it was approved; the new one says what it corrects.</source>
        <translation>Den tidligere udgave bliver, som den blev godkendt; den nye viser, hvad den retter.</translation>
    </message>
    <message>
        <source>The meeting itself</source>
        <translation>Selve mødet</translation>
    </message>
    <message>
        <source>What an entry says</source>
        <translation>Hvad der står i teksten</translation>
    </message>
    <message>
        <source>What is corrected</source>
        <translation>Hvad der rettes</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Hvornår?</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Hvilken del</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>Hvem?</translation>
    </message>
    <message>
        <source>Why they are corrected</source>
        <translation>Hvorfor der rettes</translation>
    </message>
    <message>
        <source>{number}.  New: {kind}</source>
        <translation>{number}.  Ny: {kind}</translation>
    </message>
</context>
<context>
    <name>CourseBar</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n kommentar</numerusform>
            <numerusform>%n kommentarer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) unanswered</source>
        <translation>
            <numerusform>%n ubesvaret kommentar</numerusform>
            <numerusform>%n ubesvarede kommentarer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n dag tilbage</numerusform>
            <numerusform>%n dage tilbage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edition(s)</source>
        <translation>
            <numerusform>%n udgave</numerusform>
            <numerusform>%n udgaver</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the last day for comments</source>
        <translation>Ændr høringsfristen</translation>
    </message>
    <message>
        <source>Comments until {day}</source>
        <translation>Kommentarer til og med {day}</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>Make a new edition that corrects something</source>
        <translation>Lav en ny udgave, der retter noget</translation>
    </message>
    <message>
        <source>Meeting {number} of {year}</source>
        <translation>Møde {number} i {year}</translation>
    </message>
    <message>
        <source>Show or hide the comments  (Ctrl+Shift+K)</source>
        <translation>Vis eller skjul kommentarerne  (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>The frozen editions, and what each corrected</source>
        <translation>De låste udgaver, og hvad hver af dem rettede</translation>
    </message>
    <message>
        <source>When the meeting began and ended</source>
        <translation>Hvornår mødet begyndte og sluttede</translation>
    </message>
    <message>
        <source>Where the minutes stand</source>
        <translation>Hvor langt referatet er</translation>
    </message>
    <message>
        <source>by the meeting of {day}</source>
        <translation>på mødet {day}</translation>
    </message>
    <message>
        <source>heard from {names}</source>
        <translation>svar fra {names}</translation>
    </message>
    <message>
        <source>in writing on {day}</source>
        <translation>skriftligt den {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>the draft is due {day}</source>
        <translation>udkastet skal være klar {day}</translation>
    </message>
    <message>
        <source>the draft was due {day}</source>
        <translation>udkastet skulle være klar {day}</translation>
    </message>
    <message>
        <source>the time for comments is over</source>
        <translation>høringsfristen er udløbet</translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>fristen er i dag</translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <source>Approve and freeze …</source>
        <translation>Godkend og lås …</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>Begynd mødet</translation>
    </message>
    <message>
        <source>Item {number} decides on the minutes of {day}: they are not frozen yet.</source>
        <translation>Punkt {number} tager stilling til referatet fra {day}: det er ikke låst endnu.</translation>
    </message>
    <message>
        <source>Keep or cancel first what is open above the minutes.</source>
        <translation>Gem eller annullér først det, der er åbent over referatet.</translation>
    </message>
    <message>
        <source>Record that it was held</source>
        <translation>Registrér mødet som afholdt</translation>
    </message>
    <message>
        <source>The meeting gets its number, everybody who holds a seat stands on its sheet, and one can write.</source>
        <translation>Mødet får sit nummer, alle med en plads står på deltagerlisten, og referatet kan skrives.</translation>
    </message>
    <message>
        <source>The meeting is cancelled: there are no minutes of it.</source>
        <translation>Mødet er aflyst: der er intet referat af det.</translation>
    </message>
    <message>
        <source>The minutes are approved, so nothing was taken in: make a correction of what is wrong.</source>
        <translation>Referatet er godkendt, så intet er hentet: Lav en rettelse af det, der er forkert.</translation>
    </message>
    <message>
        <source>The minutes are written from {day} on, when the meeting is held.</source>
        <translation>Referatet skrives fra {day}, når mødet holdes.</translation>
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
        <translation>Ukendt</translation>
    </message>
</context>
<context>
    <name>DayInput</name>
    <message>
        <source>Choose in a calendar: {field}</source>
        <translation>Vælg i en kalender: {field}</translation>
    </message>
    <message>
        <source>Type a day, such as 3/2, week 12 or next Friday</source>
        <translation>Skriv en dag, fx 3/2, uge 12 eller næste fredag</translation>
    </message>
    <message>
        <source>Write a day, such as 3/3, week 12 or next Friday.</source>
        <translation>Skriv en dag, fx 3/3, uge 12 eller næste fredag.</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>The day is in a weekend.</source>
        <translation>Dagen ligger i en weekend.</translation>
    </message>
    <message>
        <source>The group has an ordinary meeting in that quarter already.</source>
        <translation>Gruppen har allerede et ordinært møde i det kvartal.</translation>
    </message>
    <message>
        <source>{group} meets that day already.</source>
        <translation>{group} holder allerede møde den dag.</translation>
    </message>
    <message>
        <source>{group} meets that day too, and has a seat for: {people}.</source>
        <translation>{group} holder også møde den dag og har en plads til: {people}.</translation>
    </message>
    <message>
        <source>{name}: offices are closed that day.</source>
        <translation>{name}: kontorerne er lukket den dag.</translation>
    </message>
</context>
<context>
    <name>DeadlineField</name>
    <message>
        <source>Back to the usual</source>
        <translation>Tilbage til det sædvanlige</translation>
    </message>
    <message numerus="yes">
        <source>Back to the usual: %n working day(s)</source>
        <translation>
            <numerusform>Tilbage til det sædvanlige: %n arbejdsdag</numerusform>
            <numerusform>Tilbage til det sædvanlige: %n arbejdsdage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlineLine</name>
    <message>
        <source>Agenda and papers</source>
        <translation>Dagsorden og bilag</translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Godkendelse</translation>
    </message>
    <message>
        <source>Call for items</source>
        <translation>Efterlys punkter</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentarer</translation>
    </message>
    <message>
        <source>Draft minutes</source>
        <translation>Udkast til referat</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Indkaldelse</translation>
    </message>
    <message>
        <source>{what} by {day}</source>
        <translation>{what} senest {day}</translation>
    </message>
</context>
<context>
    <name>DeadlinesSection</name>
    <message>
        <source>After the meeting</source>
        <translation>Efter mødet</translation>
    </message>
    <message>
        <source>Agenda and papers</source>
        <translation>Dagsorden og bilag</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Approval in writing</source>
        <translation>Skriftlig godkendelse</translation>
    </message>
    <message>
        <source>Before the meeting</source>
        <translation>Før mødet</translation>
    </message>
    <message>
        <source>Beside the meetings</source>
        <translation>Ved siden af møderne</translation>
    </message>
    <message>
        <source>Call for items</source>
        <translation>Efterlys punkter</translation>
    </message>
    <message>
        <source>Comments on the minutes</source>
        <translation>Kommentarer til referatet</translation>
    </message>
    <message>
        <source>Day of the example meeting</source>
        <translation>Eksempelmødets dag</translation>
    </message>
    <message>
        <source>Draft minutes</source>
        <translation>Udkast til referat</translation>
    </message>
    <message>
        <source>Example: a meeting on</source>
        <translation>Eksempel: et møde den</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Indkaldelse</translation>
    </message>
    <message>
        <source>National to inter-ministerial</source>
        <translation>Fra nationalt til tværministerielt</translation>
    </message>
    <message>
        <source>Receiving what was sent up</source>
        <translation>Modtage det, der er sendt op</translation>
    </message>
    <message>
        <source>Regional to national meeting</source>
        <translation>Fra regionalt til nationalt møde</translation>
    </message>
    <message>
        <source>Reminder of an action</source>
        <translation>Påmindelse om opfølgningspunkt</translation>
    </message>
    <message>
        <source>Sending an answer home</source>
        <translation>Sende et svar hjem</translation>
    </message>
    <message>
        <source>Whose deadlines</source>
        <translation>Hvis frister</translation>
    </message>
    <message>
        <source>Working days leave out weekends, public holidays, 1 May, 5 June, 24 and 31 December.</source>
        <translation>Arbejdsdage er uden weekender, helligdage, 1. maj, 5. juni, 24. og 31. december.</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>senest {day}</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>den {day}</translation>
    </message>
    <message>
        <source>then from {day}</source>
        <translation>så fra {day}</translation>
    </message>
    <message>
        <source>working days after it was sent</source>
        <translation>arbejdsdage efter, at det blev sendt</translation>
    </message>
    <message>
        <source>working days after the decision</source>
        <translation>arbejdsdage efter beslutningen</translation>
    </message>
    <message>
        <source>working days after the last comment day</source>
        <translation>arbejdsdage efter kommentarfristen</translation>
    </message>
    <message>
        <source>working days after the meeting</source>
        <translation>arbejdsdage efter mødet</translation>
    </message>
    <message>
        <source>working days after they were sent out</source>
        <translation>arbejdsdage efter udsendelsen</translation>
    </message>
    <message>
        <source>working days at least</source>
        <translation>arbejdsdage mindst</translation>
    </message>
    <message>
        <source>working days before the action is due</source>
        <translation>arbejdsdage før fristen</translation>
    </message>
    <message>
        <source>working days before the meeting</source>
        <translation>arbejdsdage før mødet</translation>
    </message>
    <message>
        <source>{deadline}: saved.</source>
        <translation>{deadline}: gemt.</translation>
    </message>
</context>
<context>
    <name>DealtCard</name>
    <message>
        <source>Dealt with at</source>
        <translation>Behandlet på</translation>
    </message>
    <message>
        <source>Link an item …</source>
        <translation>Knyt et punkt …</translation>
    </message>
    <message>
        <source>No item of an agenda is linked to it.</source>
        <translation>Intet punkt på en dagsorden er knyttet til sagen.</translation>
    </message>
    <message>
        <source>Take the link to {title} away</source>
        <translation>Fjern knytningen til {title}</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>ingen ansvarlig</translation>
    </message>
</context>
<context>
    <name>DeclarationForm</name>
    <message>
        <source>Declaration of confidentiality</source>
        <translation>Tavshedserklæring</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gælder til</translation>
    </message>
    <message>
        <source>Holds until (may stay open)</source>
        <translation>Gælder til (kan stå åbent)</translation>
    </message>
    <message>
        <source>Register the signature</source>
        <translation>Registrér underskrift</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Underskrevet den</translation>
    </message>
    <message>
        <source>The signature of {name} is registered.</source>
        <translation>Underskriften fra {name} er registreret.</translation>
    </message>
    <message>
        <source>Until further notice</source>
        <translation>Indtil videre</translation>
    </message>
</context>
<context>
    <name>DeputyForm</name>
    <message>
        <source>Deputy</source>
        <translation>Suppleant</translation>
    </message>
    <message>
        <source>Name; somebody new of {body} too</source>
        <translation>Navn; også en ny fra {body}</translation>
    </message>
    <message>
        <source>Of the same body, or with a deputy&apos;s seat</source>
        <translation>Fra samme organisation eller med suppleantplads</translation>
    </message>
    <message>
        <source>Register the deputy</source>
        <translation>Registrér suppleanten</translation>
    </message>
    <message>
        <source>Say who comes: choose a person, or write a name.</source>
        <translation>Angiv, hvem der kommer: vælg en person, eller skriv et navn.</translation>
    </message>
    <message>
        <source>Who comes for {name}?</source>
        <translation>Hvem kommer for {name}?</translation>
    </message>
    <message>
        <source>Why {name} cannot come</source>
        <translation>Hvorfor {name} ikke kan komme</translation>
    </message>
    <message>
        <source>{deputy} comes for {name}.</source>
        <translation>{deputy} kommer for {name}.</translation>
    </message>
    <message>
        <source>“{name}” is new and enters the directory under {body}.</source>
        <translation>”{name}” er ny og kommer i kartoteket under {body}.</translation>
    </message>
</context>
<context>
    <name>DeskSection</name>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Not kept in a file of this computer</source>
        <translation>Ligger ikke i en fil på denne computer</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Logget ind som</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Cancel the meeting</source>
        <translation>Aflys mødet</translation>
    </message>
    <message>
        <source>Cancel the meeting …</source>
        <translation>Aflys mødet …</translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation>Luk  (Esc)</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lad det være</translation>
    </message>
    <message>
        <source>Move the meeting</source>
        <translation>Flyt mødet</translation>
    </message>
    <message>
        <source>Move the meeting …</source>
        <translation>Flyt mødet …</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Ny dag</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Mødet</translation>
    </message>
    <message>
        <source>Those who were invited will ask</source>
        <translation>De indkaldte vil spørge</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Hvorfor det aflyses</translation>
    </message>
    <message>
        <source>Why it is moved</source>
        <translation>Hvorfor det flyttes</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Add the first organisation</source>
        <translation>Tilføj den første organisation</translation>
    </message>
    <message>
        <source>Add the first person</source>
        <translation>Tilføj den første person</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Here stands everybody who holds a seat or prepares a meeting, with the work contact.</source>
        <translation>Her står alle, der har en plads eller forbereder møder, med deres kontakt på arbejdet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation>Ikke længere aktiv</translation>
    </message>
    <message>
        <source>None now</source>
        <translation>Ingen nu</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationer</translation>
    </message>
    <message>
        <source>Organisations stand here with every name they had, so that old papers keep the right one.</source>
        <translation>Organisationer står her med alle deres navne, så gamle papirer beholder det rigtige.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Forkortelse</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Repræsenterer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>{name} (was {former})</source>
        <translation>{name} (tidligere {former})</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>All sectors</source>
        <translation>Alle sektorer</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Former too</source>
        <translation>Også tidligere</translation>
    </message>
    <message>
        <source>Name, former name, organisation, group …</source>
        <translation>Navn, tidligere navn, organisation, gruppe …</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Ny organisation</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationer</translation>
    </message>
    <message>
        <source>Organisations ({count})</source>
        <translation>Organisationer ({count})</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Persons ({count})</source>
        <translation>Personer ({count})</translation>
    </message>
    <message>
        <source>Search the directory</source>
        <translation>Søg i kontakter</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Hvad der skal vises</translation>
    </message>
</context>
<context>
    <name>DocumentButton</name>
    <message>
        <source>Documents</source>
        <translation>Dokumenter</translation>
    </message>
</context>
<context>
    <name>DocumentDoor</name>
    <message>
        <source>Save as</source>
        <translation>Gem som</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gemt som {name}.</translation>
    </message>
    <message>
        <source>The document is being made …</source>
        <translation>Dokumentet laves …</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <source>Save a document</source>
        <translation>Gem et dokument</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Attendance list as filled in …</source>
        <translation>Deltagerliste, udfyldt …</translation>
    </message>
    <message>
        <source>Attendance list to sign …</source>
        <translation>Deltagerliste til underskrift …</translation>
    </message>
    <message>
        <source>Closed annex to the minutes as PDF …</source>
        <translation>Lukket bilag til referatet som PDF …</translation>
    </message>
    <message>
        <source>Invitation as PDF …</source>
        <translation>Indkaldelse som PDF …</translation>
    </message>
    <message>
        <source>Minutes as PDF …</source>
        <translation>Referat som PDF …</translation>
    </message>
    <message>
        <source>Minutes as Word, for comments …</source>
        <translation>Referat som Word, til bemærkninger …</translation>
    </message>
    <message>
        <source>The group&apos;s open actions …</source>
        <translation>Gruppens åbne opfølgningspunkter …</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>Not saved</source>
        <translation>Ikke gemt</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gemt {time}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Gemmer …</translation>
    </message>
    <message>
        <source>This was not saved: change it.</source>
        <translation>Det blev ikke gemt: ret det.</translation>
    </message>
</context>
<context>
    <name>DueForm</name>
    <message>
        <source>Comments can be made until {day}.</source>
        <translation>Der kan kommenteres til og med {day}.</translation>
    </message>
    <message>
        <source>Comments until</source>
        <translation>Kommentarer til og med</translation>
    </message>
    <message>
        <source>Keep the day</source>
        <translation>Gem fristen</translation>
    </message>
    <message>
        <source>The last day for comments</source>
        <translation>Høringsfrist</translation>
    </message>
</context>
<context>
    <name>EarlierForm</name>
    <message>
        <source>Approve and freeze them</source>
        <translation>Godkend og lås</translation>
    </message>
    <message>
        <source>From then on they are frozen: what was wrong is put right by a correction.</source>
        <translation>Derefter er referatet låst: fejl rettes med en rettelse.</translation>
    </message>
    <message>
        <source>Item {number} approves the minutes of {day}</source>
        <translation>Punkt {number} godkender referatet fra {day}</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>Bemærkning (kan være tom)</translation>
    </message>
    <message>
        <source>The earlier minutes are approved and frozen.</source>
        <translation>Det tidligere referat er godkendt og låst.</translation>
    </message>
</context>
<context>
    <name>EditionsCard</name>
    <message>
        <source>Close  (Esc)</source>
        <translation>Luk  (Esc)</translation>
    </message>
    <message>
        <source>Edition {number}</source>
        <translation>Udgave {number}</translation>
    </message>
    <message>
        <source>Frozen editions</source>
        <translation>Låste udgaver</translation>
    </message>
    <message>
        <source>no longer what was approved</source>
        <translation>ikke længere det, der blev godkendt</translation>
    </message>
    <message>
        <source>unchanged since</source>
        <translation>uændret siden</translation>
    </message>
    <message>
        <source>{when} · {who} · SHA-256 {hash}…</source>
        <translation>{when} · {who} · SHA-256 {hash}…</translation>
    </message>
</context>
<context>
    <name>EndGroupForm</name>
    <message>
        <source>End the group</source>
        <translation>Afslut gruppen</translation>
    </message>
    <message>
        <source>Its seats, meetings and papers stay as its history.</source>
        <translation>Dens pladser, møder og papirer bliver stående som historik.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation>Skriv den sidste dag, for eksempel 31.12.2026.</translation>
    </message>
    <message>
        <source>{group} has ended.</source>
        <translation>{group} er afsluttet.</translation>
    </message>
</context>
<context>
    <name>EndSeatForm</name>
    <message>
        <source>An ended seat is history, not a vacancy.</source>
        <translation>En nedlagt plads er historik, ikke en ledig plads.</translation>
    </message>
    <message>
        <source>End the seat</source>
        <translation>Nedlæg pladsen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Last day of the seat</source>
        <translation>Pladsens sidste dag</translation>
    </message>
    <message>
        <source>The seat has ended: {seat}.</source>
        <translation>Pladsen er nedlagt: {seat}.</translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation>Skriv den sidste dag, for eksempel 31.12.2026.</translation>
    </message>
    <message>
        <source>{name} leaves with it.</source>
        <translation>{name} fratræder samtidig.</translation>
    </message>
</context>
<context>
    <name>EndorseForm</name>
    <message>
        <source>Agreed outside a meeting</source>
        <translation>Aftalt uden for møde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Decision in the group&apos;s minutes</source>
        <translation>Beslutning i gruppens referat</translation>
    </message>
    <message>
        <source>How it was agreed</source>
        <translation>Hvordan det blev aftalt</translation>
    </message>
    <message>
        <source>No minutes tell of it: say how the group agreed. Nothing is sent yet.</source>
        <translation>Intet referat fortæller om det: skriv, hvordan gruppen blev enig. Intet er sendt endnu.</translation>
    </message>
    <message>
        <source>Note the endorsement</source>
        <translation>Notér tiltrædelsen</translation>
    </message>
    <message>
        <source>Nothing is sent yet: that is the next step.</source>
        <translation>Intet er sendt endnu: det er næste skridt.</translation>
    </message>
    <message>
        <source>Such as “by e-mail to all members”</source>
        <translation>F.eks. ”pr. mail til alle medlemmer”</translation>
    </message>
    <message>
        <source>The day of the meeting</source>
        <translation>Mødets dag</translation>
    </message>
    <message>
        <source>The group endorses it.</source>
        <translation>Gruppen tiltræder.</translation>
    </message>
    <message>
        <source>The group wants it sent</source>
        <translation>Gruppen vil have den sendt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>A member, or a member&apos;s organisation</source>
        <translation>Et medlem eller et medlems organisation</translation>
    </message>
    <message>
        <source>By when it was agreed</source>
        <translation>Aftalt frist</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Tekstens art</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Hvem der gør det</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>Hvem der må læse det</translation>
    </message>
</context>
<context>
    <name>EscalationCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dage</numerusform>
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
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n måned</numerusform>
            <numerusform>%n måneder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n år</numerusform>
            <numerusform>%n år</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answer %n day(s) late</source>
        <translation>
            <numerusform>svar %n dag for sent</numerusform>
            <numerusform>svar %n dage for sent</numerusform>
        </translation>
    </message>
    <message>
        <source>answer by today</source>
        <translation>svar senest i dag</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>svar senest {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Add a kind of exploitation</source>
        <translation>Tilføj en udnyttelsesform</translation>
    </message>
    <message>
        <source>Add an activity of the action plan</source>
        <translation>Tilføj en aktivitet i handlingsplanen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Afgørelsens dato</translation>
    </message>
    <message>
        <source>Detained</source>
        <translation>Frihedsberøvet</translation>
    </message>
    <message>
        <source>Exploitation</source>
        <translation>Udnyttelse</translation>
    </message>
    <message>
        <source>It is about a person …</source>
        <translation>Den handler om en person …</translation>
    </message>
    <message>
        <source>Its rules are shown beside; empty is today</source>
        <translation>Dagens regler vises ved siden af; tomt er i dag</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Må læses af</translation>
    </message>
    <message>
        <source>Never who it is: no name, no birth date, no CPR number, no address has a place here.</source>
        <translation>Aldrig hvem det er: navn, fødselsdato, CPR-nummer og adresse hører ikke til her.</translation>
    </message>
    <message>
        <source>Residence status</source>
        <translation>Opholdsstatus</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <source>The matter in short, without names</source>
        <translation>Sagen kort, uden navne</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Det vi ved</translation>
    </message>
    <message>
        <source>Who speaks for the child</source>
        <translation>Hvem der taler for barnet</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Item of an agenda</source>
        <translation>Punkt på en dagsorden</translation>
    </message>
    <message>
        <source>Part of its title, or the group</source>
        <translation>En del af titlen eller gruppen</translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>It says nothing new: all its text was compared, and reads as it was sent.</source>
        <translation>Den siger intet nyt: al dens tekst er sammenlignet og står, som den blev sendt.</translation>
    </message>
    <message>
        <source>Name; somebody else too</source>
        <translation>Navn; også en anden</translation>
    </message>
    <message>
        <source>No comment and no changed entry was found.</source>
        <translation>Ingen kommentar og ingen ændret tekst er fundet.</translation>
    </message>
    <message>
        <source>On the minutes as a whole</source>
        <translation>Til referatet som helhed</translation>
    </message>
    <message>
        <source>Reading “{name}” …</source>
        <translation>Læser ”{name}” …</translation>
    </message>
    <message>
        <source>Who returned it</source>
        <translation>Hvem der sendte den</translation>
    </message>
    <message>
        <source>“{name}” cannot be read</source>
        <translation>”{name}” kan ikke læses</translation>
    </message>
    <message>
        <source>“{name}” says</source>
        <translation>”{name}” siger</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Nothing speaks against the plan of this year.</source>
        <translation>Intet taler imod årets plan.</translation>
    </message>
    <message>
        <source>Say why the quarter stayed empty.</source>
        <translation>Skriv, hvorfor kvartalet blev tomt.</translation>
    </message>
    <message>
        <source>{group}: no day</source>
        <translation>{group}: ingen dag</translation>
    </message>
    <message>
        <source>{group}: no meeting was held</source>
        <translation>{group}: der blev ikke holdt møde</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Another folder …</source>
        <translation>En anden mappe …</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>Ligger i {folder}</translation>
    </message>
    <message>
        <source>Where shall the desk lie?</source>
        <translation>Hvor skal desken ligge?</translation>
    </message>
</context>
<context>
    <name>ForwardForm</name>
    <message>
        <source>Decision in the minutes</source>
        <translation>Beslutning i referatet</translation>
    </message>
    <message>
        <source>It goes on: word it for the next level, then send it.</source>
        <translation>Den går videre: skriv den til næste niveau, og send den.</translation>
    </message>
    <message>
        <source>Outside a meeting</source>
        <translation>Uden for møde</translation>
    </message>
    <message>
        <source>Prepare it for the next level</source>
        <translation>Gør den klar til næste niveau</translation>
    </message>
    <message>
        <source>Send it on to the next level</source>
        <translation>Send den videre til næste niveau</translation>
    </message>
    <message>
        <source>The group that asked reads it</source>
        <translation>Gruppen, der spurgte, læser det</translation>
    </message>
    <message>
        <source>The words can be made anew for the next level before they go out; what was sent here stays.</source>
        <translation>Teksten kan skrives om til næste niveau, før den sendes; det, der blev sendt hertil, bliver stående.</translation>
    </message>
    <message>
        <source>Why it goes on</source>
        <translation>Hvorfor den sendes videre</translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <source>It holds what looks like a CPR number: type it by hand, without the number.</source>
        <translation>Den indeholder noget, der ligner et CPR-nummer: skriv den i hånden uden nummeret.</translation>
    </message>
    <message>
        <source>It stands here already.</source>
        <translation>Den står her allerede.</translation>
    </message>
</context>
<context>
    <name>GroupDocuments</name>
    <message>
        <source>Hand-over sheet …</source>
        <translation>Overdragelse …</translation>
    </message>
    <message>
        <source>Ledger of escalations …</source>
        <translation>Oversigt over løftede sager …</translation>
    </message>
    <message>
        <source>Speaking note for the representative …</source>
        <translation>Talepapir til repræsentanten …</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message numerus="yes">
        <source>%n meeting(s) a year</source>
        <translation>
            <numerusform>%n møde om året</numerusform>
            <numerusform>%n møder om året</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) end within {days} days</source>
        <translation>
            <numerusform>%n periode slutter inden for {days} dage</numerusform>
            <numerusform>%n perioder slutter inden for {days} dage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n ledig plads</numerusform>
            <numerusform>%n ledige pladser</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation>Tilføj en plads</translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation>Begynder {day}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Dækning</translation>
    </message>
    <message>
        <source>End the group</source>
        <translation>Afslut gruppen</translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation>Ophørt {day}</translation>
    </message>
    <message>
        <source>Everything in place</source>
        <translation>Alt er på plads</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Let the group stand again</source>
        <translation>Genopret gruppen</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Meetings of this group</source>
        <translation>Gruppens møder</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Missing: {sectors}</source>
        <translation>Mangler: {sectors}</translation>
    </message>
    <message>
        <source>Name and area are placeholders</source>
        <translation>Navn og område er midlertidige</translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation>Nyt kommissorium</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>K{number}</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Fjern gruppen</translation>
    </message>
    <message>
        <source>Rename from a day</source>
        <translation>Nyt navn fra en dag</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>Giv gruppen et nyt navn</translation>
    </message>
    <message>
        <source>Rhythm and area in words</source>
        <translation>Mødehyppighed og område</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Sectors and who covers them</source>
        <translation>Sektorer, og hvem der dækker dem</translation>
    </message>
    <message>
        <source>That group is no longer on the desk.</source>
        <translation>Gruppen er ikke længere på desken.</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Ledig</translation>
    </message>
    <message>
        <source>Who covers it</source>
        <translation>Hvem dækker den</translation>
    </message>
    <message>
        <source>meets {day}</source>
        <translation>mødes {day}</translation>
    </message>
    <message>
        <source>reports to {group}</source>
        <translation>refererer til: {group}</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n sector(s)</source>
        <translation>
            <numerusform>{count} af %n sektor</numerusform>
            <numerusform>{count} af %n sektorer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n sector(s) of the mandate</source>
        <translation>
            <numerusform>{count} af %n sektor i kommissoriet</numerusform>
            <numerusform>{count} af %n sektorer i kommissoriet</numerusform>
        </translation>
    </message>
    <message>
        <source>{group} is removed.</source>
        <translation>{group} er fjernet.</translation>
    </message>
    <message>
        <source>{group} stands again.</source>
        <translation>{group} er genoprettet.</translation>
    </message>
    <message>
        <source>{sector}: covered by {who}</source>
        <translation>{sector}: dækket af {who}</translation>
    </message>
    <message numerus="yes">
        <source>{who} and %n more</source>
        <translation>
            <numerusform>{who} og %n anden</numerusform>
            <numerusform>{who} og %n andre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source> · last {day}</source>
        <translation> · sidst {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n gruppe</numerusform>
            <numerusform>%n grupper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) carry a placeholder for a name: open them and give them their own.</source>
        <translation>
            <numerusform>%n gruppe har et midlertidigt navn: åbn den, og giv den dens eget.</numerusform>
            <numerusform>%n grupper har midlertidige navne: åbn dem, og giv dem deres egne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sectors missing</source>
        <translation>
            <numerusform>%n sektor mangler</numerusform>
            <numerusform>%n sektorer mangler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n ledig plads</numerusform>
            <numerusform>%n ledige pladser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something missing</source>
        <translation>
            <numerusform>%n mangler noget</numerusform>
            <numerusform>%n mangler noget</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers what the national group cannot settle</source>
        <translation>Svarer på det, den nationale gruppe ikke kan afgøre</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>Attendance of all groups</source>
        <translation>Fremmøde i alle grupper</translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation>Begynder {day}</translation>
    </message>
    <message>
        <source>Beside the chain</source>
        <translation>Ved siden af kæden</translation>
    </message>
    <message>
        <source>Chair: {name}</source>
        <translation>Formand: {name}</translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation>Ophørt {day}</translation>
    </message>
    <message>
        <source>Everything in place</source>
        <translation>Alt er på plads</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Here stand the six regional groups, the national group and the forums around them.</source>
        <translation>Her står de seks regionale grupper, den nationale gruppe og de fora, der er omkring dem.</translation>
    </message>
    <message>
        <source>Hide ended groups</source>
        <translation>Skjul ophørte grupper</translation>
    </message>
    <message>
        <source>In the national group: {name}</source>
        <translation>I den nationale gruppe: {name}</translation>
    </message>
    <message>
        <source>Inter-ministerial</source>
        <translation>Tværministerielt</translation>
    </message>
    <message>
        <source>Local actors who meet four times a year</source>
        <translation>Lokale aktører, der mødes fire gange om året</translation>
    </message>
    <message>
        <source>Meets {day}</source>
        <translation>Mødes {day}</translation>
    </message>
    <message>
        <source>Missing: {sector}</source>
        <translation>Mangler: {sector}</translation>
    </message>
    <message>
        <source>National</source>
        <translation>Nationalt</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny gruppe</translation>
    </message>
    <message>
        <source>No chair</source>
        <translation>Ingen formand</translation>
    </message>
    <message>
        <source>No meeting planned</source>
        <translation>Intet møde planlagt</translation>
    </message>
    <message>
        <source>No representative</source>
        <translation>Ingen repræsentant</translation>
    </message>
    <message>
        <source>No seats yet</source>
        <translation>Ingen pladser endnu</translation>
    </message>
    <message>
        <source>Other forums</source>
        <translation>Andre fora</translation>
    </message>
    <message>
        <source>Regional</source>
        <translation>Regionalt</translation>
    </message>
    <message>
        <source>Set up the first group</source>
        <translation>Opret den første gruppe</translation>
    </message>
    <message>
        <source>Sets the common framework, takes up what the regions raise</source>
        <translation>Sætter den fælles ramme og tager regionernes sager op</translation>
    </message>
    <message numerus="yes">
        <source>Show %n ended group(s)</source>
        <translation>
            <numerusform>Vis %n ophørt gruppe</numerusform>
            <numerusform>Vis %n ophørte grupper</numerusform>
        </translation>
    </message>
    <message>
        <source>everything in place</source>
        <translation>alt er på plads</translation>
    </message>
    <message>
        <source>{count} of {all} regions represented</source>
        <translation>{count} af {all} regioner repræsenteret</translation>
    </message>
    <message>
        <source>{filled} of {all} seats filled</source>
        <translation>{filled} af {all} pladser besat</translation>
    </message>
    <message>
        <source>{tier} groups on this day: {count}. The system is built for {expected}.</source>
        <translation>{tier} niveau har {count} grupper denne dag. Systemet er bygget til {expected}.</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>Name; somebody new too</source>
        <translation>Navn, også på en ny person</translation>
    </message>
    <message>
        <source>The person&apos;s organisation</source>
        <translation>Personens organisation</translation>
    </message>
</context>
<context>
    <name>GuestForm</name>
    <message>
        <source>A guest, for this meeting only</source>
        <translation>En gæst, kun til dette møde</translation>
    </message>
    <message>
        <source>Add the guest</source>
        <translation>Tilføj gæsten</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommer fra</translation>
    </message>
    <message>
        <source>Name; somebody new too</source>
        <translation>Navn, også på en ny person</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Say who comes: choose a person, or write a name.</source>
        <translation>Angiv, hvem der kommer: vælg en person, eller skriv et navn.</translation>
    </message>
    <message>
        <source>Such as: presents item 4</source>
        <translation>Fx: oplæg til punkt 4</translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation>Organisationen findes ikke under Kontakter: tilføj den dér først.</translation>
    </message>
    <message>
        <source>The person&apos;s organisation</source>
        <translation>Personens organisation</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>{name} is on the sheet as a guest.</source>
        <translation>{name} er på listen som gæst.</translation>
    </message>
</context>
<context>
    <name>GuestsRow</name>
    <message>
        <source>Comes from</source>
        <translation>Kommer fra</translation>
    </message>
    <message>
        <source>Guests are missing</source>
        <translation>Gæster mangler</translation>
    </message>
    <message>
        <source>Who came as a guest</source>
        <translation>Hvem der kom som gæst</translation>
    </message>
</context>
<context>
    <name>GuidanceCard</name>
    <message>
        <source>Also</source>
        <translation>Desuden</translation>
    </message>
    <message>
        <source>As of {day}.</source>
        <translation>Pr. {day}.</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Børn</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Vejledning</translation>
    </message>
    <message>
        <source>Guidance, not a decision</source>
        <translation>Vejledning, ikke en afgørelse</translation>
    </message>
    <message>
        <source>Holds besides</source>
        <translation>Gælder desuden</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>Who identifies</source>
        <translation>Hvem der identificerer</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>til {day}</translation>
    </message>
    <message>
        <source>{source} · in force {period}</source>
        <translation>{source} · gælder {period}</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>A person</source>
        <translation>En person</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Formand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Mærkning</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Sekretær</translation>
    </message>
    <message>
        <source>Title, where the group and the day are not enough</source>
        <translation>Titel, hvis gruppe og dag ikke er nok</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
</context>
<context>
    <name>HeadRow</name>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title, place and access</source>
        <translation>Titel, sted og adgang</translation>
    </message>
    <message>
        <source>Who may read the minutes</source>
        <translation>Hvem der må læse referatet</translation>
    </message>
</context>
<context>
    <name>HearingCard</name>
    <message>
        <source>When do we hear?</source>
        <translation>Hvornår hører vi?</translation>
    </message>
    <message>
        <source>{group} can hear the answer on {day} at the earliest.</source>
        <translation>{group} kan høre svaret tidligst {day}.</translation>
    </message>
    <message>
        <source>{group} has no meeting planned yet at which it could hear the answer.</source>
        <translation>{group} har endnu ikke planlagt et møde, hvor svaret kan høres.</translation>
    </message>
    <message>
        <source>{group} takes it up on {day} at the earliest.</source>
        <translation>{group} tager den op tidligst {day}.</translation>
    </message>
</context>
<context>
    <name>HearingLine</name>
    <message>
        <source>When can this group hear?</source>
        <translation>Hvornår kan gruppen få svar?</translation>
    </message>
    <message>
        <source>When can we hear?</source>
        <translation>Hvornår får vi svar?</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>%n join</source>
        <translation>
            <numerusform>%n kommer til</numerusform>
            <numerusform>%n kommer til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leave</source>
        <translation>
            <numerusform>%n fratræder</numerusform>
            <numerusform>%n fratræder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats end</source>
        <translation>
            <numerusform>%n plads nedlægges</numerusform>
            <numerusform>%n pladser nedlægges</numerusform>
        </translation>
    </message>
    <message>
        <source>A seat ends</source>
        <translation>En plads nedlægges</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation>Nyt kommissorium</translation>
    </message>
    <message>
        <source>Nothing dated is known of this group yet.</source>
        <translation>Der er endnu intet dateret om denne gruppe.</translation>
    </message>
    <message>
        <source>Nothing was drafted yet.</source>
        <translation>Intet er skrevet endnu.</translation>
    </message>
    <message>
        <source>Now called {who}</source>
        <translation>Hedder nu {who}</translation>
    </message>
    <message>
        <source>Otherwise now</source>
        <translation>Ændret siden</translation>
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
        <translation>Gruppen begynder</translation>
    </message>
    <message>
        <source>The group ends</source>
        <translation>Gruppen ophører</translation>
    </message>
    <message>
        <source>What was told before</source>
        <translation>Tidligere udsendt</translation>
    </message>
    <message>
        <source>{name} (phoned)</source>
        <translation>{name} (ringet op)</translation>
    </message>
    <message>
        <source>{what}: {names}</source>
        <translation>{what}: {names}</translation>
    </message>
    <message>
        <source>{who} joins</source>
        <translation>{who} kommer til</translation>
    </message>
    <message>
        <source>{who} leaves</source>
        <translation>{who} fratræder</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message numerus="yes">
        <source>%n comment(s) kept.</source>
        <translation>
            <numerusform>%n kommentar gemt.</numerusform>
            <numerusform>%n kommentarer gemt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n comment(s)</source>
        <translation>
            <numerusform>Gem %n kommentar</numerusform>
            <numerusform>Gem %n kommentarer</numerusform>
        </translation>
    </message>
    <message>
        <source>More files …</source>
        <translation>Flere filer …</translation>
    </message>
    <message>
        <source>Say who returned the file.</source>
        <translation>Skriv, hvem der sendte filen.</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Hvad der kom retur</translation>
    </message>
    <message>
        <source>Word files and mails (*.docx *.eml)</source>
        <translation>Word-filer og mails (*.docx *.eml)</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
</context>
<context>
    <name>InviteActions</name>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}. Open, look and send them, then mark them as sent.</source>
        <translation>
            <numerusform>%n udkast er gemt i {folder}. Åbn, se dem igennem og send dem, og markér dem så som sendt.</numerusform>
            <numerusform>%n udkast er gemt i {folder}. Åbn, se dem igennem og send dem, og markér dem så som sendt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong(s) to another meeting and stand(s) there.</source>
        <translation>
            <numerusform>%n af dem hører til et andet møde og er noteret dér.</numerusform>
            <numerusform>%n af dem hører til et andet møde og er noteret dér.</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted as sent.</source>
        <translation>Noteret som sendt.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>InviteView</name>
    <message>
        <source>Answers</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Answers that came back</source>
        <translation>Svar, der er kommet ind</translation>
    </message>
    <message>
        <source>Drafts are saved. Mark them as sent once they have gone out and the others are phoned.</source>
        <translation>Udkastene er gemt. Markér dem som sendt, når de er sendt, og de øvrige er ringet op.</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Markér som sendt</translation>
    </message>
    <message>
        <source>One mail</source>
        <translation>Én mail</translation>
    </message>
    <message>
        <source>Save drafts …</source>
        <translation>Gem udkast …</translation>
    </message>
    <message>
        <source>The draft that was saved tells another day, time or place: save it anew before it goes out.</source>
        <translation>Det gemte udkast nævner en anden dag, tid eller et andet sted: gem det igen, før det sendes.</translation>
    </message>
    <message>
        <source>The drafts open in your mail program. You look at them and send them: the desk never does.</source>
        <translation>Udkastene åbner i dit mailprogram. Du ser dem igennem og sender dem: programmet sender aldrig selv.</translation>
    </message>
    <message>
        <source>What to send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Where shall the drafts lie?</source>
        <translation>Hvor skal udkastene ligge?</translation>
    </message>
    <message>
        <source>Which files hold answers?</source>
        <translation>Hvilke filer indeholder svar?</translation>
    </message>
    <message>
        <source>per language</source>
        <translation>pr. sprog</translation>
    </message>
    <message>
        <source>per person</source>
        <translation>pr. person</translation>
    </message>
</context>
<context>
    <name>InviteWords</name>
    <message numerus="yes">
        <source>%n by mail</source>
        <translation>
            <numerusform>%n pr. mail</numerusform>
            <numerusform>%n pr. mail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coming</source>
        <translation>
            <numerusform>%n kommer</numerusform>
            <numerusform>%n kommer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps</source>
        <translation>
            <numerusform>%n måske</numerusform>
            <numerusform>%n måske</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) do not know how the meeting stands now.</source>
        <translation>
            <numerusform>%n person kender ikke mødet, som det er nu.</numerusform>
            <numerusform>%n personer kender ikke mødet, som det er nu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have not been invited yet.</source>
        <translation>
            <numerusform>%n person er ikke indkaldt endnu.</numerusform>
            <numerusform>%n personer er ikke indkaldt endnu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have not heard that the meeting is cancelled.</source>
        <translation>
            <numerusform>%n person ved ikke, at mødet er aflyst.</numerusform>
            <numerusform>%n personer ved ikke, at mødet er aflyst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) without a name</source>
        <translation>
            <numerusform>%n plads uden navn</numerusform>
            <numerusform>%n pladser uden navn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be phoned</source>
        <translation>
            <numerusform>%n skal ringes op</numerusform>
            <numerusform>%n skal ringes op</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <translation>
            <numerusform>%n har ikke svaret</numerusform>
            <numerusform>%n har ikke svaret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with apologies</source>
        <translation>
            <numerusform>%n afbud</numerusform>
            <numerusform>%n afbud</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: {facts}</source>
        <translation>Før: {facts}</translation>
    </message>
    <message>
        <source>Draft of {when}</source>
        <translation>Udkast fra {when}</translation>
    </message>
    <message>
        <source>Everybody has been told the day, the time and the place.</source>
        <translation>Alle har fået besked om dag, tid og sted.</translation>
    </message>
    <message>
        <source>Everybody who was invited knows that it is cancelled.</source>
        <translation>Alle, der var indkaldt, ved, at det er aflyst.</translation>
    </message>
    <message>
        <source>It was called off before anybody was invited: nobody is to be told.</source>
        <translation>Det blev aflyst, før nogen var indkaldt: ingen skal have besked.</translation>
    </message>
    <message>
        <source>No longer among those who come</source>
        <translation>Står ikke længere på listen</translation>
    </message>
    <message>
        <source>Nobody holds a seat in the group on that day.</source>
        <translation>Ingen har en plads i gruppen den dag.</translation>
    </message>
    <message>
        <source>Now: {facts}</source>
        <translation>Nu: {facts}</translation>
    </message>
    <message>
        <source>Sent {when}</source>
        <translation>Sendt {when}</translation>
    </message>
    <message>
        <source>The day of the meeting is past: nobody is invited any more.</source>
        <translation>Mødedagen er passeret: ingen indkaldes længere.</translation>
    </message>
    <message>
        <source>The invitation should have gone out by {day}.</source>
        <translation>Indkaldelsen skulle være sendt senest {day}.</translation>
    </message>
    <message>
        <source>The meeting is a draft and nobody has heard of it. Invite by {day}.</source>
        <translation>Mødet er et udkast, og ingen har hørt om det. Indkald senest {day}.</translation>
    </message>
    <message numerus="yes">
        <source>to %n person(s)</source>
        <translation>
            <numerusform>til %n person</numerusform>
            <numerusform>til %n personer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueLine</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue {number}</source>
        <translation>Udgave {number}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>Look at issue {number}</source>
        <translation>Se udgave {number}</translation>
    </message>
    <message>
        <source>Save issue {number} as PDF</source>
        <translation>Gem udgave {number} som PDF</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>Indhold</translation>
    </message>
    <message>
        <source>{when} · {who}</source>
        <translation>{when} · {who}</translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Nothing has gone out yet. Every issue is kept here, exactly as it was sent.</source>
        <translation>Intet er udsendt endnu. Hver udgave gemmes her, præcis som den blev sendt.</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>A person or an organisation</source>
        <translation>En person eller en organisation</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Add an activity of the action plan</source>
        <translation>Tilføj en aktivitet i handlingsplanen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Sagsfremstilling</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Forelægges af</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>Punkt {number}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Mærkning</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutter</translation>
    </message>
    <message>
        <source>More about this item</source>
        <translation>Mere om punktet</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Indstilling</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumé</translation>
    </message>
    <message>
        <source>The whole story, as long as needed</source>
        <translation>Hele sagen, så lang som nødvendigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What it is about, in a few lines</source>
        <translation>Hvad det handler om, med få linjer</translation>
    </message>
    <message>
        <source>What the group is asked to agree on, one line for each</source>
        <translation>Hvad gruppen bedes tiltræde, én linje for hver</translation>
    </message>
    <message>
        <source>carried on from {day}</source>
        <translation>videreført fra {day}</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Choose an item to read and write it.</source>
        <translation>Vælg et punkt for at læse og skrive det.</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>Punktet</translation>
    </message>
    <message>
        <source>The paper&apos;s pages</source>
        <translation>Bilagets sider</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Copy them</source>
        <translation>Kopiér teksten</translation>
    </message>
    <message>
        <source>Somebody removed what you were writing in. Your words are not lost.</source>
        <translation>Nogen fjernede det, du skrev i. Din tekst er ikke tabt.</translation>
    </message>
    <message>
        <source>Something on this page is not saved: decide about it first.</source>
        <translation>Noget på siden er ikke gemt: tag stilling til det først.</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Vis %n mere</numerusform>
            <numerusform>Vis %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>{lane}: {count}</source>
        <translation>{lane}: {count}</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>Answered</source>
        <translation>Besvaret</translation>
    </message>
    <message>
        <source>Answers stand here, until every group that asked has heard them.</source>
        <translation>Svar står her, til alle grupper, der spurgte, har hørt dem.</translation>
    </message>
    <message>
        <source>Inter-ministerial</source>
        <translation>Tværministerielt</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Baner</translation>
    </message>
    <message>
        <source>National group</source>
        <translation>National gruppe</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regioner</translation>
    </message>
    <message>
        <source>What a region is about to carry up stands here, until it is sent.</source>
        <translation>Det, en region er ved at løfte, står her, til det er sendt.</translation>
    </message>
    <message>
        <source>What the national group cannot solve stands here, until the ministries have answered.</source>
        <translation>Det, den nationale gruppe ikke kan løse, står her, til ministerierne har svaret.</translation>
    </message>
    <message>
        <source>What was sent to the national group stands here, until it has decided.</source>
        <translation>Det, der er sendt til den nationale gruppe, står her, til den har besluttet.</translation>
    </message>
</context>
<context>
    <name>LeakLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Tag stilling igen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Gå dertil</translation>
    </message>
    <message>
        <source>Go there: {kind}</source>
        <translation>Gå dertil: {kind}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behold</translation>
    </message>
    <message>
        <source>Keep …</source>
        <translation>Behold …</translation>
    </message>
    <message>
        <source>Keep: {kind}</source>
        <translation>Behold: {kind}</translation>
    </message>
    <message>
        <source>Kept: {reason}</source>
        <translation>Beholdt: {reason}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Tag ud</translation>
    </message>
    <message>
        <source>Take out: {kind}</source>
        <translation>Tag ud: {kind}</translation>
    </message>
    <message>
        <source>Why it may stand</source>
        <translation>Hvorfor det må stå der</translation>
    </message>
    <message>
        <source>Why may it stand?</source>
        <translation>Hvorfor må det stå der?</translation>
    </message>
</context>
<context>
    <name>LeakList</name>
    <message numerus="yes">
        <source>%n find(s) may be personal data</source>
        <translation>
            <numerusform>%n fund kan være en personoplysning</numerusform>
            <numerusform>%n fund kan være personoplysninger</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>Der er ikke mere at tage stilling til.</translation>
    </message>
    <message>
        <source>Possible personal data</source>
        <translation>Mulige personoplysninger</translation>
    </message>
    <message>
        <source>Take each out where it stands, or keep it and say why. The reason is logged, the words are not.</source>
        <translation>Fjern hvert fund, hvor det står, eller behold det med en begrundelse. Begrundelsen logges, ordene gør ikke.</translation>
    </message>
    <message>
        <source>Take each out, or keep it and say why. The reason is logged, the words are not.</source>
        <translation>Tag hver enkelt ud, eller behold den og skriv hvorfor. Begrundelsen kommer i loggen, ordene gør ikke.</translation>
    </message>
    <message>
        <source>Taken out.</source>
        <translation>Taget ud.</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message numerus="yes">
        <source>%n seat(s) become vacant after that day.</source>
        <translation>
            <numerusform>%n plads bliver ledig efter den dag.</numerusform>
            <numerusform>%n pladser bliver ledige efter den dag.</numerusform>
        </translation>
    </message>
    <message>
        <source>End the term</source>
        <translation>Afslut perioden</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Last day in the seat</source>
        <translation>Sidste dag på pladsen</translation>
    </message>
    <message>
        <source>Let the person leave</source>
        <translation>Registrér fratræden</translation>
    </message>
    <message>
        <source>The seat is then vacant until somebody takes it.</source>
        <translation>Pladsen er derefter ledig, til nogen får den.</translation>
    </message>
    <message>
        <source>What was before stays as history.</source>
        <translation>Det tidligere bliver stående som historik.</translation>
    </message>
    <message>
        <source>Write the last day, such as 31.12.2026.</source>
        <translation>Skriv den sidste dag, for eksempel 31.12.2026.</translation>
    </message>
    <message>
        <source>{name} has left.</source>
        <translation>{name} er fratrådt.</translation>
    </message>
    <message>
        <source>{name} leaves the seat.</source>
        <translation>{name} forlader pladsen.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close without it</source>
        <translation>Luk uden det</translation>
    </message>
    <message>
        <source>What you wrote here is not saved yet: decide about it first.</source>
        <translation>Det, du skrev her, er ikke gemt endnu: tag først stilling til det.</translation>
    </message>
</context>
<context>
    <name>LedRow</name>
    <message>
        <source>Chair</source>
        <translation>Formand</translation>
    </message>
    <message>
        <source>Chair and who took the minutes</source>
        <translation>Formand og referent</translation>
    </message>
    <message>
        <source>Minutes taken by</source>
        <translation>Referent</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Skriv et navn</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Beside the four</source>
        <translation>Ud over de fire</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Afholdt</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Foreslået</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Sat manuelt</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Indkaldt</translation>
    </message>
</context>
<context>
    <name>LetterPane</name>
    <message>
        <source>Calendar entry, change {number}; answers go to {name}, {address}</source>
        <translation>Kalenderaftale, ændring {number}; svar går til {name}, {address}</translation>
    </message>
    <message>
        <source>Calendar entry; answers go to {name}, {address}</source>
        <translation>Kalenderaftale; svar går til {name}, {address}</translation>
    </message>
    <message>
        <source>For example where to park, or what is served</source>
        <translation>For eksempel hvor man parkerer, eller hvad der serveres</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Brevets sprog</translation>
    </message>
    <message>
        <source>Letters of this mailing</source>
        <translation>Breve i denne udsendelse</translation>
    </message>
    <message>
        <source>Nobody gets it in this language</source>
        <translation>Ingen får det på dette sprog</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>Own words in every mail about this meeting</source>
        <translation>Egne ord i alle mails om dette møde</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Brevet</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Words of the letter</source>
        <translation>Brevets tekst</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Actions and decisions count with the agenda item they come from. Links can be made and taken away after the meeting, too: what was said there stays.</source>
        <translation>Opfølgning og beslutninger tæller med det punkt, de kommer fra. Man kan også tilknytte og fjerne efter mødet: det, der blev sagt, står fast.</translation>
    </message>
    <message>
        <source>Link an agenda item, a case or an action</source>
        <translation>Tilknyt et dagsordenspunkt, en sag eller et opfølgningspunkt</translation>
    </message>
    <message>
        <source>Linked to this activity</source>
        <translation>Knyttet til aktiviteten</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>punkt {number}</translation>
    </message>
    <message>
        <source>“{title}” is linked to {activity}.</source>
        <translation>”{title}” er knyttet til {activity}.</translation>
    </message>
    <message>
        <source>“{title}” is no longer linked.</source>
        <translation>”{title}” er ikke længere tilknyttet.</translation>
    </message>
</context>
<context>
    <name>ListButton</name>
    <message>
        <source>Open actions as a PDF, to hand out</source>
        <translation>Åbne opfølgningspunkter som PDF til at dele ud</translation>
    </message>
    <message>
        <source>Save a list …</source>
        <translation>Gem en liste …</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>New action</source>
        <translation>Nyt punkt</translation>
    </message>
    <message>
        <source>Nothing fits the search.</source>
        <translation>Intet passer til søgningen.</translation>
    </message>
    <message>
        <source>Nothing is open here. What groups agree on in their minutes shows here until it is done.</source>
        <translation>Intet er åbent her. Det, grupperne aftaler i deres referater, står her, til det er gjort.</translation>
    </message>
    <message>
        <source>Show everything that is open</source>
        <translation>Vis alt, der er åbent</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
    <message>
        <source>Space done · P in progress · + − a week · E words · F deadline · A owner · N note · X not done</source>
        <translation>Mellemrum udført · P i gang · + − en uge · E ord · F frist · A ansvarlig · N notat · X ikke udført</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>With confidential actions</source>
        <translation>Med fortrolige opfølgningspunkter</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Kept, and the reason is logged.</source>
        <translation>Beholdt, og begrundelsen er logget.</translation>
    </message>
    <message>
        <source>Nothing in these words looks like personal data that nobody kept.</source>
        <translation>Intet i ordene ligner personoplysninger, som ingen har besluttet at beholde.</translation>
    </message>
    <message>
        <source>Possible personal data in the words</source>
        <translation>Mulige personoplysninger i ordene</translation>
    </message>
    <message>
        <source>What is kept here is kept when it is sent too, and stands in the brief for the group.</source>
        <translation>Det, der beholdes her, er også beholdt, når det sendes, og står i forelæggelsen til gruppen.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
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
        <source>Text size</source>
        <translation>Tekststørrelse</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
</context>
<context>
    <name>MailsPanel</name>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}.</source>
        <translation>
            <numerusform>%n udkast er gemt i {folder}.</numerusform>
            <numerusform>%n udkast er gemt i {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to draft</source>
        <translation>
            <numerusform>%n mail at klargøre</numerusform>
            <numerusform>%n mails at klargøre</numerusform>
        </translation>
    </message>
    <message>
        <source>No open action has an owner here: there is nobody to write to.</source>
        <translation>Ingen åbne punkter har en ansvarlig her: der er ingen at skrive til.</translation>
    </message>
    <message>
        <source>One mail for each owner, with every open action and where it comes from. You read and send them.</source>
        <translation>Én mail til hver ansvarlig med alle åbne punkter, og hvor de kommer fra. Du læser og sender dem.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <source>Save the drafts in a folder …</source>
        <translation>Gem udkastene i en mappe …</translation>
    </message>
    <message>
        <source>Where shall the drafts lie?</source>
        <translation>Hvor skal udkastene ligge?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
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
        <source>Language: {name}</source>
        <translation>Sprog: {name}</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Større tekst</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Lyst tema</translation>
    </message>
    <message>
        <source>Load the page again</source>
        <translation>Indlæs siden igen</translation>
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
        <translation>
            <numerusform>%n andet kommissorium</numerusform>
            <numerusform>%n andre kommissorier</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the others</source>
        <translation>Skjul de andre</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Kommissorium</translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation>Nyt kommissorium</translation>
    </message>
    <message>
        <source>No mandate is written down for this day.</source>
        <translation>Intet kommissorium er angivet for denne dag.</translation>
    </message>
    <message>
        <source>Take this mandate away</source>
        <translation>Fjern dette kommissorium</translation>
    </message>
    <message>
        <source>The mandate is taken away.</source>
        <translation>Kommissoriet er fjernet.</translation>
    </message>
</context>
<context>
    <name>MandateForm</name>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>In Danish</source>
        <translation>På dansk</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>På engelsk</translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation>Nyt kommissorium</translation>
    </message>
    <message>
        <source>Set the mandate</source>
        <translation>Fastsæt kommissoriet</translation>
    </message>
    <message>
        <source>The mandate is set.</source>
        <translation>Kommissoriet er fastsat.</translation>
    </message>
</context>
<context>
    <name>MatterStrip</name>
    <message>
        <source>Answer to {reference} from {group}</source>
        <translation>Svar på {reference} fra {group}</translation>
    </message>
    <message>
        <source>Case {reference} of {group}</source>
        <translation>Sag {reference} fra {group}</translation>
    </message>
    <message>
        <source>Circular {reference} from {group}</source>
        <translation>Meddelelse {reference} fra {group}</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Åbn sagen</translation>
    </message>
    <message>
        <source>Open the circular</source>
        <translation>Åbn meddelelsen</translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation>Åbn {reference}</translation>
    </message>
    <message>
        <source>What hangs on this item</source>
        <translation>Det, der hører til punktet</translation>
    </message>
    <message numerus="yes">
        <source>with %n merged into it</source>
        <translation>
            <numerusform>med %n lagt sammen</numerusform>
            <numerusform>med %n lagt sammen</numerusform>
        </translation>
    </message>
    <message>
        <source>{reference} from {group}</source>
        <translation>{reference} fra {group}</translation>
    </message>
</context>
<context>
    <name>MeChooser</name>
    <message>
        <source>Say it once, and the desk shows what you owe: actions, minutes, meetings.</source>
        <translation>Sig det én gang, så viser programmet, hvad du skylder: opfølgning, referater, møder.</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>Det er mig</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Hvem er du?</translation>
    </message>
    <message>
        <source>Your name in the directory</source>
        <translation>Dit navn i Kontakter</translation>
    </message>
</context>
<context>
    <name>MeetingActions</name>
    <message>
        <source>The last step is taken back.</source>
        <translation>Det sidste skridt er taget tilbage.</translation>
    </message>
    <message>
        <source>The meeting is cancelled.</source>
        <translation>Mødet er aflyst.</translation>
    </message>
    <message>
        <source>The meeting is closed.</source>
        <translation>Mødet er afsluttet.</translation>
    </message>
    <message>
        <source>The meeting is held: its minutes can be written.</source>
        <translation>Mødet er holdt: referatet kan skrives.</translation>
    </message>
    <message>
        <source>The meeting is now: {stage}.</source>
        <translation>Mødet er nu: {stage}.</translation>
    </message>
    <message>
        <source>The meeting was moved to {day}.</source>
        <translation>Mødet er flyttet til {day}.</translation>
    </message>
    <message>
        <source>The minutes are sent for comments.</source>
        <translation>Referatet er sendt i høring.</translation>
    </message>
    <message>
        <source>The minutes are with the chair.</source>
        <translation>Referatet er hos formanden.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>MeetingMenu</name>
    <message>
        <source>Hold it after all</source>
        <translation>Hold det alligevel</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>Åbn gruppen</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Tag det sidste skridt tilbage</translation>
    </message>
    <message>
        <source>The meeting is not cancelled.</source>
        <translation>Mødet er ikke aflyst.</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n medlem</numerusform>
            <numerusform>%n medlemmer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>Fejl i %n bilag</numerusform>
            <numerusform>Fejl i %n bilag</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Tilføj et punkt</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Tilføj bilag</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Dagsorden</translation>
    </message>
    <message>
        <source>Build the pack</source>
        <translation>Dan mødematerialet</translation>
    </message>
    <message>
        <source>Edit the meeting</source>
        <translation>Ret mødet</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Indkaldelse</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>More about this meeting</source>
        <translation>Mere om mødet</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Mødemateriale</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Deltagere</translation>
    </message>
    <message>
        <source>People ({count})</source>
        <translation>Deltagere ({count})</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Gem som</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gemt som {name}.</translation>
    </message>
    <message>
        <source>Views of the meeting</source>
        <translation>Mødets visninger</translation>
    </message>
    <message>
        <source>chair {name}</source>
        <translation>formand {name}</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message numerus="yes">
        <source>%n bad paper(s)</source>
        <translation>
            <numerusform>Fejl i %n bilag</numerusform>
            <numerusform>Fejl i %n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n møde</numerusform>
            <numerusform>%n møder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over</source>
        <translation>
            <numerusform>%n min. over</numerusform>
            <numerusform>%n min. over</numerusform>
        </translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>All meetings</source>
        <translation>Alle møder</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Efter gruppe</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>Efter kvartal</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>Efter trin</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Aflyst</translation>
    </message>
    <message>
        <source>Cancelled or moved</source>
        <translation>Aflyst eller flyttet</translation>
    </message>
    <message>
        <source>Empty quarters</source>
        <translation>Tomme kvartaler</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Afholdt</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Meetings of the year</source>
        <translation>Årets møder</translation>
    </message>
    <message>
        <source>Moved from {day}</source>
        <translation>Flyttet fra {day}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Næste</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Intet møde</translation>
    </message>
    <message>
        <source>No meetings here yet. A planned meeting shows here with all it still needs.</source>
        <translation>Her er ingen møder endnu. Et planlagt møde står her med alt, det mangler.</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>Ikke planlagt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rækkefølge</translation>
    </message>
    <message numerus="yes">
        <source>Pack %n day(s) late</source>
        <translation>
            <numerusform>Materiale %n dag forsinket</numerusform>
            <numerusform>Materiale %n dage forsinket</numerusform>
        </translation>
    </message>
    <message>
        <source>Pack by {day}</source>
        <translation>Materiale senest {day}</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Planlæg et møde</translation>
    </message>
    <message>
        <source>Plan a meeting  (Ctrl+N)</source>
        <translation>Planlæg et møde  (Ctrl+N)</translation>
    </message>
    <message>
        <source>Press to plan a meeting</source>
        <translation>Tryk for at planlægge et møde</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>{number}. kvartal {year}</translation>
    </message>
    <message>
        <source>To be held</source>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Was it held?</source>
        <translation>Blev det afholdt?</translation>
    </message>
    <message>
        <source>Which meetings</source>
        <translation>Hvilke møder</translation>
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
        <source>Year shown: {year}</source>
        <translation>Vist år: {year}</translation>
    </message>
    <message>
        <source>Year wheel</source>
        <translation>Årshjul</translation>
    </message>
    <message>
        <source>{group}: no meeting in quarter {number}</source>
        <translation>{group}: intet møde i {number}. kvartal</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>Merge</source>
        <translation>Læg sammen</translation>
    </message>
    <message>
        <source>Merge it into another</source>
        <translation>Læg den sammen med en anden</translation>
    </message>
    <message>
        <source>Merged: one answer comes home to both.</source>
        <translation>Lagt sammen: ét svar kommer hjem til begge.</translation>
    </message>
    <message>
        <source>One answer comes home to every group that asked. It can be undone until it is decided.</source>
        <translation>Ét svar kommer hjem til alle grupper, der spurgte. Det kan fortrydes, indtil der er besluttet.</translation>
    </message>
    <message>
        <source>The group that asked reads it</source>
        <translation>Gruppen, der spurgte, læser det</translation>
    </message>
    <message>
        <source>The one that leads</source>
        <translation>Den, der fører</translation>
    </message>
    <message>
        <source>Why they belong together</source>
        <translation>Hvorfor de hører sammen</translation>
    </message>
</context>
<context>
    <name>MinutesView</name>
    <message>
        <source>Moved down</source>
        <translation>Flyttet ned</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>Flyttet op</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <source>Moved from {before} to {after}: {reason}</source>
        <translation>Flyttet fra {before} til {after}: {reason}</translation>
    </message>
    <message>
        <source>Moves of the meeting</source>
        <translation>Flytninger af mødet</translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message numerus="yes">
        <source>%n on the way home: show all</source>
        <translation>
            <numerusform>%n på vej hjem: vis alle</numerusform>
            <numerusform>%n på vej hjem: vis alle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way up: show all</source>
        <translation>
            <numerusform>%n på vej op: vis alle</numerusform>
            <numerusform>%n på vej op: vis alle</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Bevæger sig</translation>
    </message>
    <message>
        <source>No answer is on its way: it shows here until the group that asked has heard it.</source>
        <translation>Intet svar er på vej: det står her, til gruppen, der spurgte, har hørt det.</translation>
    </message>
    <message>
        <source>No group waits for a body above it: what is carried up shows here.</source>
        <translation>Ingen gruppe venter på leddet over sig: det, der løftes, står her.</translation>
    </message>
    <message>
        <source>On the way home</source>
        <translation>På vej hjem</translation>
    </message>
    <message>
        <source>On the way up</source>
        <translation>På vej op</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>i {time}</translation>
    </message>
    <message>
        <source>heard on {day}</source>
        <translation>høres {day}</translation>
    </message>
    <message>
        <source>{group} decides on {day}</source>
        <translation>{group} beslutter {day}</translation>
    </message>
</context>
<context>
    <name>MyWeek</name>
    <message>
        <source>Finish the minutes of {group}</source>
        <translation>Gøre referatet af {group} færdigt</translation>
    </message>
    <message>
        <source>Lead the meeting of {group}</source>
        <translation>Lede mødet i {group}</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Meeting on {day}</source>
        <translation>Møde {day}</translation>
    </message>
    <message>
        <source>My week</source>
        <translation>Min uge</translation>
    </message>
    <message>
        <source>Nothing is due from you this week or next. Enjoy it.</source>
        <translation>Du skylder intet i denne eller næste uge. Nyd det.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overskredet</translation>
    </message>
    <message>
        <source>Somebody else?</source>
        <translation>En anden?</translation>
    </message>
    <message>
        <source>Take the minutes of {group}</source>
        <translation>Tage referat i {group}</translation>
    </message>
    <message>
        <source>{name}: {first} to {last}</source>
        <translation>{name}: {first} til {last}</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Names</source>
        <translation>Navne</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nyt navn</translation>
    </message>
    <message>
        <source>Take this name away</source>
        <translation>Fjern dette navn</translation>
    </message>
    <message>
        <source>The name {name} is taken away.</source>
        <translation>Navnet {name} er fjernet.</translation>
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
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n action(s) without a deadline</source>
        <translation>
            <numerusform>%n opfølgningspunkt uden frist</numerusform>
            <numerusform>%n opfølgningspunkter uden frist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) without an owner</source>
        <translation>
            <numerusform>%n opfølgningspunkt uden ansvarlig</numerusform>
            <numerusform>%n opfølgningspunkter uden ansvarlig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) or circular(s) wait</source>
        <translation>
            <numerusform>%n svar eller meddelelse venter</numerusform>
            <numerusform>%n svar eller meddelelser venter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) at rest for a year</source>
        <translation>
            <numerusform>%n sag uden bevægelse i et år</numerusform>
            <numerusform>%n sager uden bevægelse i et år</numerusform>
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
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n dag tilbage</numerusform>
            <numerusform>%n dage tilbage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty quarter(s) without a reason</source>
        <translation>
            <numerusform>%n tomt kvartal uden begrundelse</numerusform>
            <numerusform>%n tomme kvartaler uden begrundelse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) in which nobody has a seat</source>
        <translation>
            <numerusform>%n gruppe, hvor ingen har plads</numerusform>
            <numerusform>%n grupper, hvor ingen har plads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with vacant seats</source>
        <translation>
            <numerusform>%n gruppe med ubesatte pladser</numerusform>
            <numerusform>%n grupper med ubesatte pladser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without a meeting this quarter</source>
        <translation>
            <numerusform>%n gruppe uden møde i kvartalet</numerusform>
            <numerusform>%n grupper uden møde i kvartalet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without a plan for the next quarter</source>
        <translation>
            <numerusform>%n gruppe uden plan for næste kvartal</numerusform>
            <numerusform>%n grupper uden plan for næste kvartal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without all sectors</source>
        <translation>
            <numerusform>%n gruppe uden alle sektorer</numerusform>
            <numerusform>%n grupper uden alle sektorer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait for a meeting</source>
        <translation>
            <numerusform>%n punkt venter på et møde</numerusform>
            <numerusform>%n punkter venter på et møde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an outcome</source>
        <translation>
            <numerusform>%n punkt uden udfald</numerusform>
            <numerusform>%n punkter uden udfald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) of minors lack facts</source>
        <translation>
            <numerusform>%n sag om mindreårige mangler oplysninger</numerusform>
            <numerusform>%n sager om mindreårige mangler oplysninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) of a group that has ended</source>
        <translation>
            <numerusform>%n åben sag i en nedlagt gruppe</numerusform>
            <numerusform>%n åbne sager i en nedlagt gruppe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue action(s)</source>
        <translation>
            <numerusform>%n overskredet opfølgningspunkt</numerusform>
            <numerusform>%n overskredne opfølgningspunkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be used</source>
        <translation>
            <numerusform>Fejl i %n bilag</numerusform>
            <numerusform>Fejl i %n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) without a national representative</source>
        <translation>
            <numerusform>%n region uden national repræsentant</numerusform>
            <numerusform>%n regioner uden national repræsentant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n ledig plads</numerusform>
            <numerusform>%n ledige pladser</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft lies still</source>
        <translation>Et udkast ligger stille</translation>
    </message>
    <message>
        <source>An answer is due</source>
        <translation>Et svar skal gives</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n comment(s)</source>
        <translation>
            <numerusform>Besvar %n kommentar</numerusform>
            <numerusform>Besvar %n kommentarer</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve the minutes</source>
        <translation>Få referatet godkendt</translation>
    </message>
    <message>
        <source>Call for items</source>
        <translation>Efterlys punkter</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Afslut mødet</translation>
    </message>
    <message>
        <source>Endorsed: send it</source>
        <translation>Tiltrådt: send den</translation>
    </message>
    <message>
        <source>Its group has ended: move it on</source>
        <translation>Gruppen er nedlagt: få den videre</translation>
    </message>
    <message>
        <source>Let the answer go home</source>
        <translation>Lad svaret gå hjem</translation>
    </message>
    <message>
        <source>No items on the agenda</source>
        <translation>Ingen punkter på dagsordenen</translation>
    </message>
    <message>
        <source>No meeting this quarter</source>
        <translation>Intet møde i kvartalet</translation>
    </message>
    <message>
        <source>No meeting will hear it: tell it otherwise</source>
        <translation>Intet møde vil høre det: giv besked på anden vis</translation>
    </message>
    <message>
        <source>No national representative</source>
        <translation>Ingen national repræsentant</translation>
    </message>
    <message>
        <source>Nobody has a seat yet</source>
        <translation>Ingen har plads endnu</translation>
    </message>
    <message>
        <source>Plan the next quarter</source>
        <translation>Planlæg næste kvartal</translation>
    </message>
    <message>
        <source>Put it on an agenda</source>
        <translation>Sæt den på en dagsorden</translation>
    </message>
    <message>
        <source>Receive an escalation</source>
        <translation>Modtag en forelæggelse</translation>
    </message>
    <message>
        <source>Reported: close it</source>
        <translation>Meldt tilbage: afslut den</translation>
    </message>
    <message>
        <source>Returned: word it anew</source>
        <translation>Sendt tilbage: formulér på ny</translation>
    </message>
    <message>
        <source>Say why there was no meeting</source>
        <translation>Skriv hvorfor der intet møde var</translation>
    </message>
    <message>
        <source>Sectors without a seat</source>
        <translation>Sektorer uden plads</translation>
    </message>
    <message>
        <source>Send the change</source>
        <translation>Send ændringen</translation>
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
        <source>Take note of a circular</source>
        <translation>Tag en meddelelse til efterretning</translation>
    </message>
    <message>
        <source>Tell that it is cancelled</source>
        <translation>Giv besked om aflysningen</translation>
    </message>
    <message>
        <source>The chair has the minutes</source>
        <translation>Formanden har referatet</translation>
    </message>
    <message>
        <source>Was the meeting held?</source>
        <translation>Blev mødet afholdt?</translation>
    </message>
    <message>
        <source>Word it and send it on</source>
        <translation>Formulér og send videre</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>Skriv svaret</translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation>Skrive referatet</translation>
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
        <source>quarter {number}, {year}</source>
        <translation>{number}. kvartal {year}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>without {sectors}</source>
        <translation>uden {sectors}</translation>
    </message>
</context>
<context>
    <name>NeedsPanel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle slags</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Nothing of this waits. Choose “All” to see everything.</source>
        <translation>Intet af dette venter. Vælg ”Alle” for at se det hele.</translation>
    </message>
    <message>
        <source>Nothing waits for you. What is late or missing shows here by itself.</source>
        <translation>Intet venter på dig. Det, der er for sent eller mangler, vises her af sig selv.</translation>
    </message>
    <message>
        <source>Save this quarter&apos;s reminders, a mail for each person …</source>
        <translation>Gem kvartalets påmindelser, en mail til hver person …</translation>
    </message>
    <message>
        <source>Show all kinds and groups</source>
        <translation>Vis alle slags og grupper</translation>
    </message>
    <message>
        <source>Show one kind or one group</source>
        <translation>Vis én slags eller én gruppe</translation>
    </message>
    <message>
        <source>Whose loose ends</source>
        <translation>Hvis løse ender</translation>
    </message>
</context>
<context>
    <name>NewActionForm</name>
    <message>
        <source>Add the action</source>
        <translation>Tilføj punktet</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Nyt punkt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>The action was added.</source>
        <translation>Punktet er tilføjet.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Hvad skal gøres</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Skriv hvad der skal gøres.</translation>
    </message>
</context>
<context>
    <name>NewDeskStep</name>
    <message>
        <source>At least twelve signs; a sentence is easy to remember and hard to guess.</source>
        <translation>Mindst 12 tegn; en sætning er let at huske og svær at gætte.</translation>
    </message>
    <message>
        <source>Everything in the desk is encrypted. Choose where the file lies and what opens it.</source>
        <translation>Alt på desken er krypteret. Vælg, hvor filen skal ligge, og hvad der åbner den.</translation>
    </message>
    <message>
        <source>Folder of the desk</source>
        <translation>Deskens mappe</translation>
    </message>
    <message>
        <source>Give the desk a name.</source>
        <translation>Giv desken et navn.</translation>
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
</context>
<context>
    <name>NewGroupForm</name>
    <message>
        <source>It reports to {above} and gets a seat for its representative there.</source>
        <translation>Den refererer til: {above} – og får en plads til sin repræsentant dér.</translation>
    </message>
    <message>
        <source>It reports to {above}.</source>
        <translation>Den refererer til: {above}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Meetings a year</source>
        <translation>Møder om året</translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation>Navn på dansk</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Navn på engelsk</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny gruppe</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Set up the group</source>
        <translation>Opret gruppen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Efter behov</translation>
    </message>
    <message>
        <source>Write the group&apos;s name in Danish: papers to the members carry it.</source>
        <translation>Skriv gruppens navn på dansk: det står på papirerne til medlemmerne.</translation>
    </message>
    <message>
        <source>{name} is set up.</source>
        <translation>{name} er oprettet.</translation>
    </message>
</context>
<context>
    <name>NewOrganisationForm</name>
    <message>
        <source>Add to the directory</source>
        <translation>Føj til kontakter</translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation>Navn på dansk</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Navn på engelsk</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Ny organisation</translation>
    </message>
    <message>
        <source>Role in the system</source>
        <translation>Rolle i systemet</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Forkortelse</translation>
    </message>
    <message>
        <source>Write the organisation&apos;s name in at least one language.</source>
        <translation>Skriv organisationens navn på mindst ét sprog.</translation>
    </message>
    <message>
        <source>{name} is in the directory.</source>
        <translation>{name} er føjet til kontakterne.</translation>
    </message>
</context>
<context>
    <name>NewPersonForm</name>
    <message>
        <source>Add to the directory</source>
        <translation>Føj til kontakter</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Papers in</source>
        <translation>Materiale på</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Repræsenterer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation>Organisationen findes ikke under Kontakter: tilføj den dér først.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>Skriv personens navn.</translation>
    </message>
    <message>
        <source>{name} is in the directory.</source>
        <translation>{name} er føjet til kontakterne.</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>A word about {name}</source>
        <translation>Bemærkning om {name}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Such as: ill; must leave at noon</source>
        <translation>Fx: syg; går kl. 12</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Or begin with</source>
        <translation>Eller begynd med</translation>
    </message>
</context>
<context>
    <name>OrganisationDetail</name>
    <message>
        <source>Add a tie</source>
        <translation>Tilføj en tilknytning</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Continues</source>
        <translation>Viderefører</translation>
    </message>
    <message>
        <source>Has as a part</source>
        <translation>Har som del</translation>
    </message>
    <message>
        <source>Historic, until {day}: not to be used</source>
        <translation>Historisk, til {day}: må ikke bruges</translation>
    </message>
    <message>
        <source>Historic: not to be used</source>
        <translation>Historisk: må ikke bruges</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Er vært for</translation>
    </message>
    <message>
        <source>Is notified by</source>
        <translation>Underrettes af</translation>
    </message>
    <message>
        <source>Is reported to by</source>
        <translation>Modtager fra</translation>
    </message>
    <message>
        <source>Mend the name {name}</source>
        <translation>Ret navnet {name}</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Navne</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Ny adresse</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nyt navn</translation>
    </message>
    <message>
        <source>No address to use is known.</source>
        <translation>Ingen brugbar adresse er kendt.</translation>
    </message>
    <message>
        <source>No name on this day</source>
        <translation>Intet navn denne dag</translation>
    </message>
    <message>
        <source>Nobody in the directory speaks for it.</source>
        <translation>Ingen af kontakterne repræsenterer organisationen.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Role in the system, Danish</source>
        <translation>Rolle i systemet, dansk</translation>
    </message>
    <message>
        <source>Role in the system, English</source>
        <translation>Rolle i systemet, engelsk</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Take the name {name} away</source>
        <translation>Fjern navnet {name}</translation>
    </message>
    <message>
        <source>The name {name} is taken away.</source>
        <translation>Navnet {name} er fjernet.</translation>
    </message>
    <message>
        <source>The tie to {name} ends</source>
        <translation>Tilknytningen til {name} ophører</translation>
    </message>
    <message>
        <source>The tie to {name} has ended.</source>
        <translation>Tilknytningen til {name} er ophørt.</translation>
    </message>
    <message>
        <source>Tied to no other organisation.</source>
        <translation>Ikke knyttet til andre organisationer.</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Tilknytninger</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} er fjernet.</translation>
    </message>
</context>
<context>
    <name>OutRow</name>
    <message>
        <source>In the room</source>
        <translation>Til stede</translation>
    </message>
    <message>
        <source>Out of the room</source>
        <translation>Ikke til stede</translation>
    </message>
    <message>
        <source>Out of the room because of a conflict of interest</source>
        <translation>Gik ud på grund af inhabilitet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Where they were during the item</source>
        <translation>Under punktet</translation>
    </message>
    <message>
        <source>{number}.  {title}</source>
        <translation>{number}.  {title}</translation>
    </message>
</context>
<context>
    <name>OutcomeChips</name>
    <message>
        <source>Carry it forward</source>
        <translation>Overfør det</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Udfør</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Lad det bortfalde</translation>
    </message>
    <message>
        <source>Item {number}: {outcome}</source>
        <translation>Punkt {number}: {outcome}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>What became of item {number}</source>
        <translation>Hvad der blev af punkt {number}</translation>
    </message>
    <message>
        <source>Why it goes to the next meeting (may stay empty)</source>
        <translation>Hvorfor det tages op næste gang (kan være tom)</translation>
    </message>
    <message>
        <source>Why it is dropped</source>
        <translation>Hvorfor punktet bortfalder</translation>
    </message>
</context>
<context>
    <name>OutcomeRow</name>
    <message>
        <source>What became of it</source>
        <translation>Hvad det blev til</translation>
    </message>
    <message>
        <source>Why, if carried or dropped</source>
        <translation>Hvorfor, hvis overført eller bortfaldet</translation>
    </message>
    <message>
        <source>{number}.  {title}</source>
        <translation>{number}.  {title}</translation>
    </message>
</context>
<context>
    <name>OutsideForm</name>
    <message>
        <source>An answer is reported when the group’s minutes are approved: this is the exception, and stands in the story. An item that stands on an agenda stays there.</source>
        <translation>Et svar er meldt tilbage, når gruppens referat er godkendt: Dette er undtagelsen, og den står i historikken. Et punkt, der står på en dagsorden, bliver stående.</translation>
    </message>
    <message>
        <source>Every group has heard the answer.</source>
        <translation>Alle grupper har hørt svaret.</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>Hvordan beskeden blev givet</translation>
    </message>
    <message>
        <source>Note that it is reported</source>
        <translation>Notér, at det er meldt tilbage</translation>
    </message>
    <message>
        <source>Reported outside a meeting</source>
        <translation>Meldt tilbage uden for et møde</translation>
    </message>
    <message>
        <source>Reported to {group}.</source>
        <translation>Meldt tilbage til {group}.</translation>
    </message>
    <message>
        <source>Such as “by letter” or “by telephone”</source>
        <translation>F.eks. ”pr. brev” eller ”pr. telefon”</translation>
    </message>
    <message>
        <source>Such as “the former members”</source>
        <translation>F.eks. ”de tidligere medlemmer”</translation>
    </message>
    <message>
        <source>Such as “the group has ended” or “they must know before the meeting”</source>
        <translation>F.eks. ”gruppen er nedlagt” eller ”de skal vide det før mødet”</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Til hvem</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Which group was told</source>
        <translation>Hvilken gruppe har fået besked</translation>
    </message>
    <message>
        <source>Why no meeting does it</source>
        <translation>Hvorfor det ikke sker på et møde</translation>
    </message>
</context>
<context>
    <name>PackAlarm</name>
    <message>
        <source>Item {number}</source>
        <translation>Punkt {number}</translation>
    </message>
    <message>
        <source>Kept, and the reason is logged.</source>
        <translation>Beholdt, og begrundelsen er logget.</translation>
    </message>
    <message>
        <source>Look through the papers</source>
        <translation>Gennemse bilagene</translation>
    </message>
    <message>
        <source>Looking for personal data</source>
        <translation>Leder efter personoplysninger</translation>
    </message>
    <message>
        <source>Open action {number}</source>
        <translation>Åbent opfølgningspunkt {number}</translation>
    </message>
    <message>
        <source>Paper {number}, page {page}</source>
        <translation>Bilag {number}, side {page}</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Mødet</translation>
    </message>
    <message>
        <source>The minutes behind item {number}</source>
        <translation>Referatet bag punkt {number}</translation>
    </message>
    <message>
        <source>The name of paper {number}</source>
        <translation>Navnet på bilag {number}</translation>
    </message>
    <message>
        <source>What the file of paper {number} tells of itself</source>
        <translation>Filens egne oplysninger i bilag {number}</translation>
    </message>
</context>
<context>
    <name>PackView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of papers</source>
        <translation>
            <numerusform>%n bilagsside</numerusform>
            <numerusform>%n bilagssider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be fixed first.</source>
        <translation>
            <numerusform>%n ting skal rettes først.</numerusform>
            <numerusform>%n ting skal rettes først.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before it is built</source>
        <translation>Før det dannes</translation>
    </message>
    <message>
        <source>Build it again</source>
        <translation>Dan det igen</translation>
    </message>
    <message>
        <source>Build the pack</source>
        <translation>Dan mødematerialet</translation>
    </message>
    <message>
        <source>Build the pack to look at every page before it goes out.</source>
        <translation>Dan mødematerialet, og se hver side, før det sendes ud.</translation>
    </message>
    <message>
        <source>Collecting the papers</source>
        <translation>Samler bilagene</translation>
    </message>
    <message>
        <source>Issue the pack</source>
        <translation>Udsend mødematerialet</translation>
    </message>
    <message>
        <source>Issue {number}, as it went out</source>
        <translation>Udgave {number}, som den blev udsendt</translation>
    </message>
    <message>
        <source>Issue {number}, not sent yet</source>
        <translation>Udgave {number}, ikke udsendt endnu</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Udgaver</translation>
    </message>
    <message>
        <source>Label on every page</source>
        <translation>Mærkning på hver side</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>New since issue {number}:</source>
        <translation>Nyt siden udgave {number}:</translation>
    </message>
    <message>
        <source>Nothing changed since issue {number}.</source>
        <translation>Intet er ændret siden udgave {number}.</translation>
    </message>
    <message>
        <source>Nothing to fix: the pack can be built.</source>
        <translation>Intet at rette: mødematerialet kan dannes.</translation>
    </message>
    <message>
        <source>Paper {number} stands in the pack as a page that says: {why}</source>
        <translation>Bilag {number} står i materialet som en side, der siger: {why}</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>The meeting is cancelled: no new pack is built.</source>
        <translation>Mødet er aflyst: der dannes ikke nyt mødemateriale.</translation>
    </message>
    <message>
        <source>The meeting was held: no new pack is built.</source>
        <translation>Mødet er holdt: der dannes ikke nyt mødemateriale.</translation>
    </message>
    <message>
        <source>The pack</source>
        <translation>Mødematerialet</translation>
    </message>
    <message numerus="yes">
        <source>The pack can be built. %n thing(s) to look at:</source>
        <translation>
            <numerusform>Materialet kan dannes. %n ting at se på:</numerusform>
            <numerusform>Materialet kan dannes. %n ting at se på:</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack can be built. It goes out once its papers are looked through.</source>
        <translation>Mødematerialet kan dannes. Det kan sendes ud, når bilagene er gennemset.</translation>
    </message>
    <message>
        <source>The pack is issued and kept exactly as it is.</source>
        <translation>Mødematerialet er udsendt og gemt, præcis som det er.</translation>
    </message>
    <message>
        <source>The pack&apos;s pages</source>
        <translation>Mødematerialets sider</translation>
    </message>
    <message>
        <source>What was built no longer fits the agenda or your choice: build it again.</source>
        <translation>Det dannede passer ikke længere til dagsordenen eller dit valg: dan det igen.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Overblik</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Sag</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Meddelelser</translation>
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
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Year wheel</source>
        <translation>Årshjul</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action</source>
        <translation>Opfølgningspunkt</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Sag</translation>
    </message>
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
        <translation>Ingen resultater. Prøv med færre bogstaver.</translation>
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
        <translation>Bilagets navn</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>removed: {what}</source>
        <translation>fjernet: {what}</translation>
    </message>
    <message>
        <source>sent, and locked</source>
        <translation>sendt og låst</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>bliver her</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Add papers</source>
        <translation>Tilføj bilag</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Gem originalen</translation>
    </message>
    <message>
        <source>The paper&apos;s pages</source>
        <translation>Bilagets sider</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n mere</numerusform>
            <numerusform>%n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Tilføj bilag</translation>
    </message>
    <message>
        <source>Choose files  (Ctrl+O); or drop them here, or paste them</source>
        <translation>Vælg filer  (Ctrl+O), slip dem her, eller indsæt dem</translation>
    </message>
    <message>
        <source>Drop files here, paste them, or press Ctrl+O.</source>
        <translation>Slip filer her, indsæt dem, eller tryk Ctrl+O.</translation>
    </message>
    <message>
        <source>Give the password …</source>
        <translation>Angiv adgangskoden …</translation>
    </message>
    <message>
        <source>Let it go along</source>
        <translation>Lad det følge med</translation>
    </message>
    <message>
        <source>Let it stay when the case goes up</source>
        <translation>Lad det blive, når sagen løftes</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Se det</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Undersøger {name}</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Bilag</translation>
    </message>
    <message>
        <source>Papers ({count})</source>
        <translation>Bilag ({count})</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>Sagens bilag</translation>
    </message>
    <message>
        <source>Papers of the item</source>
        <translation>Punktets bilag</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Indsat billede</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Omdøb</translation>
    </message>
    <message>
        <source>Replace by a new version</source>
        <translation>Udskift med en ny version</translation>
    </message>
    <message>
        <source>Replace by a new version …</source>
        <translation>Udskift med en ny version …</translation>
    </message>
    <message>
        <source>Save the original …</source>
        <translation>Gem originalen …</translation>
    </message>
    <message>
        <source>The paper was replaced.</source>
        <translation>Bilaget er udskiftet.</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>Hvem der må læse det</translation>
    </message>
    <message>
        <source>“{title}” is now: {label}.</source>
        <translation>”{title}” er nu: {label}.</translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation>”{title}” er flyttet.</translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>”{title}” er fjernet.</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page {page}</source>
        <translation>Side {page}</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>Siden kan ikke vises</translation>
    </message>
    <message>
        <source>{name}, page {page} of {pages}</source>
        <translation>{name}, side {page} af {pages}</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Names nobody: nobody there gets a mail</source>
        <translation>Har ikke udpeget nogen: ingen dér får mail</translation>
    </message>
    <message>
        <source>Nobody is to be told.</source>
        <translation>Ingen skal have besked.</translation>
    </message>
    <message>
        <source>Not invited yet</source>
        <translation>Ikke indkaldt endnu</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Read answers out of files (.ics or .eml); they can be dropped here too</source>
        <translation>Læs svar fra filer (.ics eller .eml); de kan også slippes her</translation>
    </message>
    <message>
        <source>Take in answers …</source>
        <translation>Hent svar ind …</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Hvem får besked</translation>
    </message>
    <message>
        <source>no e-mail address: to be phoned</source>
        <translation>ingen e-mailadresse: skal ringes op</translation>
    </message>
</context>
<context>
    <name>PeopleHead</name>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>%n fraværende</numerusform>
            <numerusform>%n fraværende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by a deputy</source>
        <translation>
            <numerusform>%n ved suppleant</numerusform>
            <numerusform>%n ved suppleant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) missing</source>
        <translation>
            <numerusform>%n tavshedserklæring mangler</numerusform>
            <numerusform>%n tavshedserklæringer mangler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n gæst</numerusform>
            <numerusform>%n gæster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in the group since the sheet was made</source>
        <translation>
            <numerusform>%n ny i gruppen, siden listen blev lavet</numerusform>
            <numerusform>%n nye i gruppen, siden listen blev lavet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not noted</source>
        <translation>
            <numerusform>%n ikke noteret</numerusform>
            <numerusform>%n ikke noteret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent apologies</source>
        <translation>
            <numerusform>%n afbud</numerusform>
            <numerusform>%n afbud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n ledig plads</numerusform>
            <numerusform>%n ledige pladser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n uden svar</numerusform>
            <numerusform>%n uden svar</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: {sectors}</source>
        <translation>Mangler: {sectors}</translation>
    </message>
    <message>
        <source>Not confirmed: {sectors}</source>
        <translation>Ikke bekræftet: {sectors}</translation>
    </message>
    <message>
        <source>apologies until {day}</source>
        <translation>afbud senest {day}</translation>
    </message>
    <message>
        <source>{filled} of {places} coming</source>
        <translation>{filled} af {places} kommer</translation>
    </message>
    <message>
        <source>{filled} of {places} present</source>
        <translation>{filled} af {places} til stede</translation>
    </message>
    <message>
        <source>{group} is missing</source>
        <translation>{group} mangler</translation>
    </message>
    <message>
        <source>{group} not confirmed</source>
        <translation>{group} ikke bekræftet</translation>
    </message>
    <message>
        <source>{there} of {all} regions coming</source>
        <translation>{there} af {all} regioner kommer</translation>
    </message>
    <message>
        <source>{there} of {all} regions present</source>
        <translation>{there} af {all} regioner til stede</translation>
    </message>
</context>
<context>
    <name>PeopleTools</name>
    <message>
        <source>Add a guest</source>
        <translation>Tilføj gæst</translation>
    </message>
    <message>
        <source>All others present ({count})</source>
        <translation>Alle andre til stede ({count})</translation>
    </message>
    <message>
        <source>Change seats on the group&apos;s page</source>
        <translation>Ret pladser på gruppens side</translation>
    </message>
    <message>
        <source>Find somebody  (/)</source>
        <translation>Find en person  (/)</translation>
    </message>
    <message>
        <source>Find somebody on the sheet</source>
        <translation>Find en person på listen</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Ind og ud</translation>
    </message>
    <message>
        <source>Note who was out of the room for which item</source>
        <translation>Notér, hvem der var ude af lokalet ved hvilket punkt</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>All others are noted as present.</source>
        <translation>Alle andre er noteret som til stede.</translation>
    </message>
    <message>
        <source>Fill the seats</source>
        <translation>Besæt pladserne</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Nobody holds a seat in the group on that day.</source>
        <translation>Ingen har en plads i gruppen den dag.</translation>
    </message>
    <message>
        <source>People at the meeting</source>
        <translation>Deltagere i mødet</translation>
    </message>
    <message>
        <source>{group} as it is on {day}</source>
        <translation>{group}, som den er {day}</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Chair and secretary</source>
        <translation>Formand og sekretær</translation>
    </message>
    <message>
        <source>Declaration missing</source>
        <translation>Erklæring mangler</translation>
    </message>
    <message>
        <source>Deputies who are not needed</source>
        <translation>Suppleanter, der ikke er brug for</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gæster</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Medlemmer</translation>
    </message>
    <message>
        <source>No seat on the day</source>
        <translation>Ingen plads den dag</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>Observatører</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mellemrum</translation>
    </message>
    <message>
        <source>after the deadline, {day}</source>
        <translation>efter fristen, {day}</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>svarede {day}</translation>
    </message>
    <message>
        <source>came here</source>
        <translation>kom her</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>inhabil</translation>
    </message>
    <message>
        <source>conflict of interest for items {numbers}</source>
        <translation>inhabil ved punkt {numbers}</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>suppleant</translation>
    </message>
    <message>
        <source>find</source>
        <translation>find</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>for {name}</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>gæst</translation>
    </message>
    <message>
        <source>in or out</source>
        <translation>inde eller ude</translation>
    </message>
    <message>
        <source>item</source>
        <translation>punkt</translation>
    </message>
    <message>
        <source>leads the meeting</source>
        <translation>leder mødet</translation>
    </message>
    <message>
        <source>left here</source>
        <translation>gik her</translation>
    </message>
    <message>
        <source>move</source>
        <translation>flyt</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>ingen udpeget</translation>
    </message>
    <message>
        <source>note</source>
        <translation>bemærkning</translation>
    </message>
    <message>
        <source>out for items {numbers}</source>
        <translation>ude ved punkt {numbers}</translation>
    </message>
    <message>
        <source>take the mark away</source>
        <translation>fjern mærket</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>fortryd</translation>
    </message>
    <message>
        <source>writes the minutes</source>
        <translation>skriver referat</translation>
    </message>
    <message>
        <source>{name} comes instead</source>
        <translation>{name} kommer i stedet</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>Both days are included.</source>
        <translation>Begge dage er med.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Mend the days</source>
        <translation>Ret datoerne</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>The days of {name} are mended.</source>
        <translation>Datoerne for {name} er rettet.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Until (may stay open)</source>
        <translation>Til (kan stå åben)</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>from {day}</source>
        <translation>fra {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>til {day}</translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>Let the person leave</source>
        <translation>Registrér fratræden</translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation>Ikke længere aktiv</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Somebody else removed this person from the directory.</source>
        <translation>En anden har fjernet denne person fra kontakterne.</translation>
    </message>
    <message>
        <source>Take the person back</source>
        <translation>Gør personen aktiv igen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>{name} is active again.</source>
        <translation>{name} er aktiv igen.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} er fjernet.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Papers in</source>
        <translation>Materiale på</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Repræsenterer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Make a guest</source>
        <translation>Gør til gæst</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Åbn personen</translation>
    </message>
    <message>
        <source>Register a deputy</source>
        <translation>Registrér suppleant</translation>
    </message>
    <message>
        <source>Register the signature</source>
        <translation>Registrér underskrift</translation>
    </message>
    <message>
        <source>Take off the sheet</source>
        <translation>Tag af listen</translation>
    </message>
    <message>
        <source>The declaration of {name} is withdrawn.</source>
        <translation>Tavshedserklæringen fra {name} er trukket tilbage.</translation>
    </message>
    <message>
        <source>Was there throughout</source>
        <translation>Var der hele tiden</translation>
    </message>
    <message>
        <source>Withdraw the declaration</source>
        <translation>Træk erklæringen tilbage</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>svarede {day}</translation>
    </message>
    <message>
        <source>declaration signed {day}</source>
        <translation>tavshedserklæring underskrevet {day}</translation>
    </message>
    <message>
        <source>holds no seat in the group on that day</source>
        <translation>har ingen plads i gruppen den dag</translation>
    </message>
    <message>
        <source>{name} comes as a guest.</source>
        <translation>{name} kommer som gæst.</translation>
    </message>
    <message>
        <source>{name} is off the sheet.</source>
        <translation>{name} er taget af listen.</translation>
    </message>
</context>
<context>
    <name>PhraseField</name>
    <message>
        <source>Back to the standard words</source>
        <translation>Tilbage til standardordene</translation>
    </message>
    <message>
        <source>Fills in: {known}</source>
        <translation>Udfyldes: {known}</translation>
    </message>
</context>
<context>
    <name>PhrasesSection</name>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>An empty item in the writing room offers these, one a line. A line with /d is a decision.</source>
        <translation>Et tomt punkt i skriverummet tilbyder disse, én pr. linje. En linje med /b er en beslutning.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>How an item&apos;s minutes begin</source>
        <translation>Sådan kan et punkts referat begynde</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Ordenes sprog</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>Hvis ord</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>gruppen</translation>
    </message>
    <message>
        <source>{text}: saved.</source>
        <translation>{text}: gemt.</translation>
    </message>
</context>
<context>
    <name>PickInput</name>
    <message>
        <source>Clear</source>
        <translation>Ryd</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Planlæg et møde</translation>
    </message>
    <message>
        <source>Plan the meeting</source>
        <translation>Planlæg mødet</translation>
    </message>
    <message>
        <source>Set up a group first: a meeting belongs to one.</source>
        <translation>Opret en gruppe først: et møde hører til en gruppe.</translation>
    </message>
    <message>
        <source>Title, if it needs one</source>
        <translation>Titel, hvis der er brug for en</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktiviteter</translation>
    </message>
    <message>
        <source>Gaps in the action plan</source>
        <translation>Huller i handlingsplanen</translation>
    </message>
    <message>
        <source>No action plan is on this desk: it comes with the reference data.</source>
        <translation>Her er ingen handlingsplan: den følger med grunddata.</translation>
    </message>
    <message>
        <source>No plan is in force on {day}; the groups go on by this one.</source>
        <translation>Ingen plan gælder {day}; grupperne arbejder videre efter denne.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Show {plan}</source>
        <translation>Vis {plan}</translation>
    </message>
    <message>
        <source>The activities of {plan} are not in the sources that this desk was filled from.</source>
        <translation>Aktiviteterne i {plan} findes ikke i de kilder, der er brugt her.</translation>
    </message>
    <message>
        <source>This plan is not in force on {day}: {plans} is.</source>
        <translation>Denne plan gælder ikke {day}: det gør {plans}.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visning</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Yearly contribution</source>
        <translation>Årligt bidrag</translation>
    </message>
    <message>
        <source>amended by {plans}</source>
        <translation>ændret ved {plans}</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n opfølgningspunkt</numerusform>
            <numerusform>%n opfølgningspunkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agenda item(s)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n sag</numerusform>
            <numerusform>%n sager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n circular(s)</source>
        <translation>
            <numerusform>%n meddelelse</numerusform>
            <numerusform>%n meddelelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n beslutning</numerusform>
            <numerusform>%n beslutninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n escalation(s)</source>
        <translation>
            <numerusform>%n løftet sag</numerusform>
            <numerusform>%n løftede sager</numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Opfølgningspunkt</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Agenda item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Agenda items</source>
        <translation>Punkter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle år</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Sag</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Meddelelse</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Meddelelser</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslutning</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslutninger</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Udført for sent</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Løftet sag</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Løftede sager</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overskredet</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>{number}. kvartal {year}</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>K{number}</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommer</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>intet</translation>
    </message>
    <message>
        <source>to {group}</source>
        <translation>til {group}</translation>
    </message>
    <message>
        <source>{actions} ({open} open)</source>
        <translation>{actions} ({open} åbne)</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Close  (Esc)</source>
        <translation>Luk  (Esc)</translation>
    </message>
    <message>
        <source>Fit the width  (Ctrl+0)</source>
        <translation>Tilpas til bredden  (Ctrl+0)</translation>
    </message>
    <message>
        <source>Larger  (Ctrl++)</source>
        <translation>Større  (Ctrl++)</translation>
    </message>
    <message>
        <source>Next page  (Page Down)</source>
        <translation>Næste side  (Page Down)</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Åbner …</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>Page before  (Page Up)</source>
        <translation>Forrige side  (Page Up)</translation>
    </message>
    <message>
        <source>Smaller  (Ctrl+-)</source>
        <translation>Mindre  (Ctrl+-)</translation>
    </message>
    <message>
        <source>This document cannot be shown.</source>
        <translation>Dokumentet kan ikke vises.</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>af {pages}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stopper …</translation>
    </message>
</context>
<context>
    <name>PutOnForm</name>
    <message>
        <source>It stands on the agenda of {day}.</source>
        <translation>Den står på dagsordenen {day}.</translation>
    </message>
    <message>
        <source>Meeting of {body}</source>
        <translation>Møde i {body}</translation>
    </message>
    <message>
        <source>Put it on an agenda</source>
        <translation>Sæt den på en dagsorden</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>Sæt på dagsordenen</translation>
    </message>
</context>
<context>
    <name>QuarterReminders</name>
    <message numerus="yes">
        <source>%n reminder(s) saved in {folder}. Open, look and send them.</source>
        <translation>
            <numerusform>%n påmindelse er gemt i {folder}. Åbn, se den igennem og send den.</numerusform>
            <numerusform>%n påmindelser er gemt i {folder}. Åbn, se dem igennem og send dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody with an e-mail address has anything to be reminded of.</source>
        <translation>Ingen med en e-mailadresse skal mindes om noget.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <source>Those who run the meetings draft the reminders.</source>
        <translation>Påmindelser skrives af dem, der afholder møderne.</translation>
    </message>
    <message>
        <source>Where shall the reminders lie?</source>
        <translation>Hvor skal påmindelserne ligge?</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>Adds this to the search</source>
        <translation>Føjer dette til søgningen</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Afslut sagen</translation>
    </message>
    <message numerus="yes">
        <source>Closed: %n action(s).</source>
        <translation>
            <numerusform>%n punkt lukket.</numerusform>
            <numerusform>%n punkter lukket.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deal with it here</source>
        <translation>Behandl det her</translation>
    </message>
    <message>
        <source>Deal with it here after all</source>
        <translation>Behandl det her alligevel</translation>
    </message>
    <message>
        <source>How the case ended</source>
        <translation>Hvordan sagen endte</translation>
    </message>
    <message>
        <source>It is dealt with here.</source>
        <translation>Den behandles her.</translation>
    </message>
    <message>
        <source>It stays in the story of the case</source>
        <translation>Det bliver stående i sagens historik</translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation>Det blev ikke gjort</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Send tilbage</translation>
    </message>
    <message>
        <source>Return it to the sender</source>
        <translation>Send tilbage til afsenderen</translation>
    </message>
    <message>
        <source>Returned to the sender.</source>
        <translation>Sendt tilbage til afsenderen.</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Træk svaret tilbage</translation>
    </message>
    <message>
        <source>The answer is taken back: write it anew.</source>
        <translation>Svaret er trukket tilbage: skriv det på ny.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Sagen er afsluttet.</translation>
    </message>
    <message>
        <source>The group that asked reads it</source>
        <translation>Gruppen, der spurgte, læser det</translation>
    </message>
    <message>
        <source>The group will ask</source>
        <translation>Gruppen vil spørge</translation>
    </message>
    <message>
        <source>The sender words it anew by this, and sends it again</source>
        <translation>Afsenderen retter teksten efter det og sender igen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Hvad det blev til</translation>
    </message>
    <message>
        <source>What is missing, or why</source>
        <translation>Hvad der mangler, eller hvorfor</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Hvad der er galt med det</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Why it does not go on</source>
        <translation>Hvorfor den ikke går videre</translation>
    </message>
    <message>
        <source>Why it is given up</source>
        <translation>Hvorfor den opgives</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Træk tilbage</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Træk den tilbage</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>Trukket tilbage.</translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>Recommendation</source>
        <translation>Indstilling</translation>
    </message>
    <message>
        <source>Take over as decision</source>
        <translation>Tag over som beslutning</translation>
    </message>
    <message>
        <source>Take over as decision  (Ctrl+I)</source>
        <translation>Tag over som beslutning  (Ctrl+I)</translation>
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
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Choose an organisation from the list.</source>
        <translation>Vælg en organisation på listen.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>New tie</source>
        <translation>Ny tilknytning</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Tied to {name}.</source>
        <translation>Knyttet til {name}.</translation>
    </message>
</context>
<context>
    <name>ReleaseForm</name>
    <message>
        <source>It comes onto the next agenda of {groups} by itself. Write it so that every member may read it.</source>
        <translation>Det kommer af sig selv på næste dagsorden i {groups}. Skriv det, så alle medlemmer må læse det.</translation>
    </message>
    <message>
        <source>Let the answer go home</source>
        <translation>Lad svaret gå hjem</translation>
    </message>
    <message>
        <source>Release the answer</source>
        <translation>Frigiv svaret</translation>
    </message>
    <message>
        <source>Released: it comes onto the next agendas by itself.</source>
        <translation>Frigivet: det kommer af sig selv på de næste dagsordener.</translation>
    </message>
    <message>
        <source>The answer is “{label}”, and more people read what goes to {readers}: it does not stand there. Write what they may know.</source>
        <translation>Svaret er ”{label}”, og flere læser det, der går til {readers}: derfor står det der ikke. Skriv det, de må vide.</translation>
    </message>
    <message>
        <source>What {body} tells {reader}</source>
        <translation>Det siger {body} til {reader}</translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message numerus="yes">
        <source>%n reminder(s) saved in {folder}. Open, look and send them.</source>
        <translation>
            <numerusform>%n påmindelse er gemt i {folder}. Åbn, se den igennem og send den.</numerusform>
            <numerusform>%n påmindelser er gemt i {folder}. Åbn, se dem igennem og send dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer whether they come</source>
        <translation>Svare på indkaldelsen</translation>
    </message>
    <message>
        <source>Approve the minutes</source>
        <translation>Få referatet godkendt</translation>
    </message>
    <message>
        <source>Comment on the minutes</source>
        <translation>Kommentere referatet</translation>
    </message>
    <message>
        <source>One draft for each person who has an e-mail address, with everything in it</source>
        <translation>Ét udkast til hver person med en e-mailadresse, med alt i</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <source>Read the draft minutes</source>
        <translation>Læse referatudkastet</translation>
    </message>
    <message>
        <source>Save reminders …</source>
        <translation>Gem påmindelser …</translation>
    </message>
    <message>
        <source>Send items for the agenda</source>
        <translation>Sende punkter til dagsordenen</translation>
    </message>
    <message>
        <source>Send out the agenda and papers</source>
        <translation>Udsend dagsorden og bilag</translation>
    </message>
    <message>
        <source>What is expected now</source>
        <translation>Det venter vi på</translation>
    </message>
    <message>
        <source>Where shall the reminders lie?</source>
        <translation>Hvor skal påmindelserne ligge?</translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation>Skrive referatet</translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} og %n til</numerusform>
            <numerusform>{first} og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameForm</name>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>It is called {name}.</source>
        <translation>Den hedder {name}.</translation>
    </message>
    <message>
        <source>Name in Danish</source>
        <translation>Navn på dansk</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Navn på engelsk</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nyt navn</translation>
    </message>
    <message>
        <source>Papers of earlier days keep the old name.</source>
        <translation>Papirer fra tidligere dage beholder det gamle navn.</translation>
    </message>
    <message>
        <source>Papers of meetings before that day keep the old name.</source>
        <translation>Papirer til møder før den dag beholder det gamle navn.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Omdøb</translation>
    </message>
    <message>
        <source>Say from which day the new name holds.</source>
        <translation>Angiv, fra hvilken dag det nye navn gælder.</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Forkortelse</translation>
    </message>
    <message>
        <source>Short in Danish</source>
        <translation>Kort navn på dansk</translation>
    </message>
    <message>
        <source>Short in English</source>
        <translation>Kort navn på engelsk</translation>
    </message>
    <message>
        <source>The group is called {name}.</source>
        <translation>Gruppen hedder {name}.</translation>
    </message>
</context>
<context>
    <name>RhythmForm</name>
    <message>
        <source>Area in words</source>
        <translation>Område med ord</translation>
    </message>
    <message>
        <source>Meetings a year</source>
        <translation>Møder om året</translation>
    </message>
    <message>
        <source>Name and area are placeholders</source>
        <translation>Navn og område er midlertidige</translation>
    </message>
    <message>
        <source>Rhythm and area</source>
        <translation>Mødehyppighed og område</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Efter behov</translation>
    </message>
    <message>
        <source>{group} is changed.</source>
        <translation>{group} er rettet.</translation>
    </message>
</context>
<context>
    <name>RoomBar</name>
    <message>
        <source>/d decision   /a action   Alt+↑ ↓ move   F4 outcome   Ctrl+Enter next item</source>
        <translation>/b beslutning   /o opfølgning   Alt+↑ ↓ flyt   F4 udfald   Ctrl+Enter næste punkt</translation>
    </message>
    <message>
        <source>Closed annex</source>
        <translation>Lukket bilag</translation>
    </message>
</context>
<context>
    <name>RoomBeside</name>
    <message>
        <source>Pack, issue {number}</source>
        <translation>Mødemateriale, udgave {number}</translation>
    </message>
    <message>
        <source>The pack, issue {number}</source>
        <translation>Mødematerialet, udgave {number}</translation>
    </message>
    <message>
        <source>The pages of the papers</source>
        <translation>Bilagenes sider</translation>
    </message>
    <message>
        <source>This item has no papers, and no pack has gone out yet.</source>
        <translation>Punktet har ingen bilag, og der er endnu ikke sendt mødemateriale.</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Hvad der skal vises</translation>
    </message>
</context>
<context>
    <name>RoomOutcome</name>
    <message>
        <source>What became of the item</source>
        <translation>Hvad der blev af punktet</translation>
    </message>
</context>
<context>
    <name>RoomPane</name>
    <message>
        <source>Item before</source>
        <translation>Forrige punkt</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Næste punkt</translation>
    </message>
    <message>
        <source>Papers beside the text</source>
        <translation>Bilag ved siden af teksten</translation>
    </message>
    <message>
        <source>What became of the item</source>
        <translation>Hvad der blev af punktet</translation>
    </message>
    <message>
        <source>What is written under the item</source>
        <translation>Hvad der er skrevet under punktet</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Skriv her</translation>
    </message>
</context>
<context>
    <name>RoomShown</name>
    <message>
        <source>Items of the meeting</source>
        <translation>Mødets punkter</translation>
    </message>
    <message>
        <source>Minutes of item {number}, {title}</source>
        <translation>Referat af punkt {number}, {title}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Ikke gemt</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gemt {time}</translation>
    </message>
    <message>
        <source>Your role lets you read the minutes, not write them.</source>
        <translation>Din rolle giver dig lov til at læse referatet, ikke til at skrive i det.</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n opfølgningspunkt</numerusform>
            <numerusform>%n opfølgningspunkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n beslutning</numerusform>
            <numerusform>%n beslutninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to choose between</source>
        <translation>
            <numerusform>%n tekst at vælge imellem</numerusform>
            <numerusform>%n tekster at vælge imellem</numerusform>
        </translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Begge</translation>
    </message>
    <message>
        <source>Closed annex</source>
        <translation>Lukket bilag</translation>
    </message>
    <message>
        <source>Somebody else wrote the text above. Which shall stand?</source>
        <translation>En anden skrev teksten ovenover. Hvilken skal gælde?</translation>
    </message>
    <message>
        <source>The one above</source>
        <translation>Den ovenover</translation>
    </message>
    <message>
        <source>The same, written otherwise</source>
        <translation>Det samme, skrevet anderledes</translation>
    </message>
    <message>
        <source>This looks like a CPR number: take it out before the minutes are sent.</source>
        <translation>Det ligner et CPR-nummer: tag det ud, før referatet sendes.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Denne</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Hvornår?</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>Hvem?</translation>
    </message>
    <message>
        <source>Write who and when and a colon first: “3F 3 March: …”</source>
        <translation>Skriv først hvem, hvornår og et kolon: ”3F 3. marts: …”</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>ingen dag endnu</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ingen endnu</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>ikke gemt</translation>
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
    <name>RulesPanel</name>
    <message>
        <source>At most one group meets on a day: the coordinator goes to all</source>
        <translation>Højst én gruppe om dagen: koordinatoren er med overalt</translation>
    </message>
    <message>
        <source>Days of travel before and after, for groups that travel</source>
        <translation>Rejsedage før og efter, for grupper der rejser</translation>
    </message>
    <message>
        <source>Last regional meeting to national meeting</source>
        <translation>Fra sidste regionale møde til det nationale</translation>
    </message>
    <message>
        <source>National meeting to inter-ministerial meeting</source>
        <translation>Fra det nationale møde til det tværministerielle</translation>
    </message>
    <message>
        <source>Public holidays, weekends, closed days and a group&apos;s own “never” are always kept.</source>
        <translation>Helligdage, weekender, lukkedage og en gruppes eget ”aldrig” holdes altid fri.</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Gem reglerne</translation>
    </message>
    <message>
        <source>The rules are kept.</source>
        <translation>Reglerne er gemt.</translation>
    </message>
    <message>
        <source>Two meetings on one day are too many for one person</source>
        <translation>To møder på samme dag er for meget for én person</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>arbejdsdage</translation>
    </message>
</context>
<context>
    <name>SceneMaker</name>
    <message>
        <source>Explained</source>
        <translation>Begrundet</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Ingen dag</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Intet møde</translation>
    </message>
    <message>
        <source>No number of meetings set</source>
        <translation>Intet mødeantal angivet</translation>
    </message>
    <message>
        <source>No reason given.</source>
        <translation>Ingen begrundelse.</translation>
    </message>
    <message>
        <source>Nothing speaks against the day.</source>
        <translation>Intet taler imod dagen.</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>K{number}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Begrundelse: {reason}</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>held</source>
        <translation>holdt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlagt</translation>
    </message>
    <message>
        <source>planned, members were told</source>
        <translation>planlagt, medlemmerne er indkaldt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>foreslået</translation>
    </message>
    <message>
        <source>proposed, set by hand</source>
        <translation>foreslået, sat i hånden</translation>
    </message>
    <message>
        <source>week {week}</source>
        <translation>uge {week}</translation>
    </message>
    <message>
        <source>wk {week}</source>
        <translation>uge {week}</translation>
    </message>
    <message>
        <source>{count} wd</source>
        <translation>{count} hverd.</translation>
    </message>
    <message>
        <source>{group} held no meeting in quarter {quarter}.</source>
        <translation>{group} holdt intet møde i {quarter}. kvartal.</translation>
    </message>
    <message>
        <source>{group}, quarter {quarter}</source>
        <translation>{group}, {quarter}. kvartal</translation>
    </message>
    <message>
        <source>{group}: {wishes}</source>
        <translation>{group}: {wishes}</translation>
    </message>
    <message numerus="yes">
        <source>{sentence} (and %n more alike)</source>
        <translation>
            <numerusform>{sentence} (og %n lignende)</numerusform>
            <numerusform>{sentence} (og %n lignende)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchChoice</name>
    <message>
        <source>Empty the field</source>
        <translation>Tøm feltet</translation>
    </message>
</context>
<context>
    <name>SeatPanel</name>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>End the seat</source>
        <translation>Nedlæg pladsen</translation>
    </message>
    <message>
        <source>End the term</source>
        <translation>Afslut perioden</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Besæt</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>Giv videre</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Besat af</translation>
    </message>
    <message>
        <source>Mend the days</source>
        <translation>Ret datoerne</translation>
    </message>
    <message>
        <source>Move the seat down</source>
        <translation>Flyt pladsen ned</translation>
    </message>
    <message>
        <source>Move the seat up</source>
        <translation>Flyt pladsen op</translation>
    </message>
    <message>
        <source>Open the seat again</source>
        <translation>Genåbn pladsen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>The seat is removed: {seat}.</source>
        <translation>Pladsen er fjernet: {seat}.</translation>
    </message>
    <message>
        <source>The seat stands again: {seat}.</source>
        <translation>Pladsen er genåbnet: {seat}.</translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>A seat is a place for a sector or a body; people hold it from one day to another.</source>
        <translation>En plads er til en sektor eller en organisation; personer har den fra én dag til en anden.</translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation>Tilføj en plads</translation>
    </message>
    <message>
        <source>Add the first seat</source>
        <translation>Tilføj den første plads</translation>
    </message>
    <message numerus="yes">
        <source>Ends in %n day(s)</source>
        <translation>
            <numerusform>Slutter om %n dag</numerusform>
            <numerusform>Slutter om %n dage</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide seats of other days</source>
        <translation>Skjul pladser fra andre tider</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>Not a member there</source>
        <translation>Ikke medlem dér</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message numerus="yes">
        <source>Show %n seat(s) of other days</source>
        <translation>
            <numerusform>Vis %n plads fra andre tider</numerusform>
            <numerusform>Vis %n pladser fra andre tider</numerusform>
        </translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Ledig</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>begynder {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>nedlagt {day}</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>for {name}</translation>
    </message>
    <message>
        <source>{filled} of {all} filled</source>
        <translation>{filled} af {all} besat</translation>
    </message>
    <message>
        <source>{name} from {day}</source>
        <translation>{name} fra {day}</translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message>
        <source>No seat on this day.</source>
        <translation>Ingen plads denne dag.</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
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
        <translation>{role} for {group}</translation>
    </message>
</context>
<context>
    <name>SendForm</name>
    <message>
        <source>Before it is sent</source>
        <translation>Før den sendes</translation>
    </message>
    <message>
        <source>Decision that is told with it</source>
        <translation>Beslutning, der følger med</translation>
    </message>
    <message>
        <source>It stands on the next agenda of each regional group by itself. Once one is out, its words stay.</source>
        <translation>Den kommer selv på den næste dagsorden i hver regional gruppe. Når en af dem er ude, ligger ordene fast.</translation>
    </message>
    <message>
        <source>Papers that go along</source>
        <translation>Bilag, der følger med</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Send it to every region</source>
        <translation>Send den til alle regioner</translation>
    </message>
    <message>
        <source>Send to {body}</source>
        <translation>Send til {body}</translation>
    </message>
    <message>
        <source>Sent to {body}.</source>
        <translation>Sendt til {body}.</translation>
    </message>
    <message>
        <source>Take each find out, or keep it and say why.</source>
        <translation>Fjern hvert fund, eller behold det og skriv hvorfor.</translation>
    </message>
    <message>
        <source>Taken out: it can be taken back until it is sent.</source>
        <translation>Taget ud: det kan fortrydes, til den er sendt.</translation>
    </message>
    <message>
        <source>The papers are being looked through: it is sent as soon as nothing is found.</source>
        <translation>Bilagene ses igennem: den sendes, så snart der ikke er fundet noget.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the groups are to know</source>
        <translation>Det, grupperne skal vide</translation>
    </message>
    <message>
        <source>{reference} is sent to every region.</source>
        <translation>{reference} er sendt til alle regioner.</translation>
    </message>
    <message>
        <source>{title} (from {origin})</source>
        <translation>{title} (fra {origin})</translation>
    </message>
</context>
<context>
    <name>SentChanges</name>
    <message>
        <source>Asked for</source>
        <translation>Bedt om</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Må læses af</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Intet er ændret.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Bilag</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Hast</translation>
    </message>
    <message>
        <source>What changed from what {sender} sent to {body}</source>
        <translation>Hvad der er ændret i forhold til det, {sender} sendte til {body}</translation>
    </message>
    <message>
        <source>What changed since it was sent {when}</source>
        <translation>Hvad der er ændret, siden det blev sendt {when}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Deadlines</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>Slags indstillinger</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Udseende</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Standing items</source>
        <translation>Faste punkter</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Skabeloner</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Denne desk</translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message numerus="yes">
        <source>%n action(s) chosen</source>
        <translation>
            <numerusform>%n punkt valgt</numerusform>
            <numerusform>%n punkter valgt</numerusform>
        </translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>En uge senere</translation>
    </message>
    <message>
        <source>A week sooner</source>
        <translation>En uge før</translation>
    </message>
    <message>
        <source>Deadline for all of them</source>
        <translation>Frist for dem alle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Udført</translation>
    </message>
    <message>
        <source>Draft mails …</source>
        <translation>Klargør mails …</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Høj prioritet</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>I gang</translation>
    </message>
    <message numerus="yes">
        <source>New deadline for %n action(s).</source>
        <translation>
            <numerusform>Ny frist for %n punkt.</numerusform>
            <numerusform>Ny frist for %n punkter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not done …</source>
        <translation>Ikke udført …</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Sæt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Close the details</source>
        <translation>Luk detaljerne</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
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
    <name>StandCard</name>
    <message>
        <source>An answer was asked for by {day}.</source>
        <translation>Der var bedt om svar senest {day}.</translation>
    </message>
    <message>
        <source>It stood on no agenda</source>
        <translation>Den stod ikke på en dagsorden</translation>
    </message>
    <message>
        <source>Merged into {reference} ({group}): its answer comes home here too.</source>
        <translation>Lagt sammen med {reference} ({group}): svaret kommer også hjem her.</translation>
    </message>
    <message>
        <source>No meeting of {groups} will hear the answer: tell it otherwise, and note how.</source>
        <translation>Intet møde i {groups} vil høre svaret: Giv besked på anden vis, og notér hvordan.</translation>
    </message>
    <message>
        <source>Others that ask the same were merged into it: {groups}. One answer goes to all.</source>
        <translation>Andre med samme spørgsmål er lagt sammen med den: {groups}. Ét svar går til alle.</translation>
    </message>
    <message>
        <source>The case was closed on {day}: {reason}</source>
        <translation>Sagen blev afsluttet {day}: {reason}</translation>
    </message>
    <message>
        <source>What else can be decided</source>
        <translation>Andre beslutninger</translation>
    </message>
    <message>
        <source>Withdrawn on {day}: {reason}</source>
        <translation>Trukket tilbage {day}: {reason}</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Skriv det</translation>
    </message>
    <message>
        <source>Write it: {what}</source>
        <translation>Skriv det: {what}</translation>
    </message>
    <message>
        <source>{body} returned it: {reason}</source>
        <translation>{body} sendte den tilbage: {reason}</translation>
    </message>
</context>
<context>
    <name>StandingForm</name>
    <message>
        <source> min</source>
        <translation> min.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Add a standing item</source>
        <translation>Tilføj et fast punkt</translation>
    </message>
    <message>
        <source>At every meeting</source>
        <translation>På hvert møde</translation>
    </message>
    <message>
        <source>Before what the meeting is about</source>
        <translation>Før mødets egne punkter</translation>
    </message>
    <message>
        <source>Behind what the meeting is about</source>
        <translation>Efter mødets egne punkter</translation>
    </message>
    <message>
        <source>Change the standing item</source>
        <translation>Ret det faste punkt</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Hvor ofte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Once a year, from quarter {number} on</source>
        <translation>Én gang om året, fra {number}. kvartal</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Title in Danish</source>
        <translation>Titel på dansk</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Titel på engelsk</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>Write the title in Danish: agendas carry it.</source>
        <translation>Skriv titlen på dansk: den står på dagsordenerne.</translation>
    </message>
    <message>
        <source>{day} stands for the day of the meeting whose minutes are approved.</source>
        <translation>{day} står for dagen for det møde, hvis referat skal godkendes.</translation>
    </message>
    <message>
        <source>“{title}” was added.</source>
        <translation>”{title}” er tilføjet.</translation>
    </message>
    <message>
        <source>“{title}” was changed.</source>
        <translation>”{title}” er rettet.</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min.</numerusform>
            <numerusform>%n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>As the others again: {title}</source>
        <translation>Igen som de andre: {title}</translation>
    </message>
    <message>
        <source>Change: {title}</source>
        <translation>Ret: {title}</translation>
    </message>
    <message>
        <source>Further down: {title}</source>
        <translation>Længere ned: {title}</translation>
    </message>
    <message>
        <source>Further up: {title}</source>
        <translation>Længere op: {title}</translation>
    </message>
    <message>
        <source>Its own way</source>
        <translation>På egen måde</translation>
    </message>
    <message>
        <source>On the agenda</source>
        <translation>På dagsordenen</translation>
    </message>
    <message>
        <source>On the agenda: {title}</source>
        <translation>På dagsordenen: {title}</translation>
    </message>
    <message>
        <source>Remove: {title}</source>
        <translation>Fjern: {title}</translation>
    </message>
    <message>
        <source>from the second meeting on</source>
        <translation>fra det andet møde</translation>
    </message>
    <message>
        <source>names the minutes whose turn it is</source>
        <translation>nævner det referat, der står for tur</translation>
    </message>
    <message>
        <source>once a year, from quarter {number} on</source>
        <translation>én gang om året, fra {number}. kvartal</translation>
    </message>
    <message>
        <source>only when there is something</source>
        <translation>kun når der er noget</translation>
    </message>
</context>
<context>
    <name>StandingSection</name>
    <message>
        <source>A change counts for agendas that are made from now on. Those that stand keep their items.</source>
        <translation>En ændring gælder for nye dagsordener. De, der findes, beholder deres punkter.</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Tilføj et punkt</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>All regional groups</source>
        <translation>Alle regionale grupper</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Items that come back on every agenda stand here: they fill in when a meeting is planned.</source>
        <translation>Her står de punkter, der kommer på hver dagsorden: de sættes ind, når et møde planlægges.</translation>
    </message>
    <message>
        <source>Take the usual items</source>
        <translation>Tag de sædvanlige punkter</translation>
    </message>
    <message>
        <source>The inter-ministerial group</source>
        <translation>Den tværministerielle gruppe</translation>
    </message>
    <message>
        <source>The national group</source>
        <translation>Den nationale gruppe</translation>
    </message>
    <message>
        <source>What the meeting is about</source>
        <translation>Mødets egne punkter</translation>
    </message>
    <message>
        <source>Whose standing items</source>
        <translation>Hvis faste punkter</translation>
    </message>
    <message>
        <source>“{title}” comes again.</source>
        <translation>”{title}” kommer igen på dagsordenen.</translation>
    </message>
    <message>
        <source>“{title}” is as for the others again.</source>
        <translation>”{title}” er igen som for de andre.</translation>
    </message>
    <message>
        <source>“{title}” no longer comes.</source>
        <translation>”{title}” kommer ikke længere.</translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation>”{title}” er flyttet.</translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>”{title}” er fjernet.</translation>
    </message>
</context>
<context>
    <name>StationHead</name>
    <message>
        <source>closed</source>
        <translation>lukket</translation>
    </message>
    <message>
        <source>open</source>
        <translation>åben</translation>
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
        <translation>Aflyst: {reason}</translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation>Ret det</translation>
    </message>
    <message>
        <source>Fix it: {what}</source>
        <translation>Ret det: {what}</translation>
    </message>
    <message>
        <source>Moved from {day}: {reason}</source>
        <translation>Flyttet fra {day}: {reason}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show all moves</source>
        <translation>Vis alle flytninger</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Approve …</source>
        <translation>Godkend …</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>Begynd mødet</translation>
    </message>
    <message>
        <source>Build the pack</source>
        <translation>Dan mødematerialet</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Afslut mødet</translation>
    </message>
    <message>
        <source>Invite …</source>
        <translation>Indkald …</translation>
    </message>
    <message>
        <source>Mark the agenda as sent</source>
        <translation>Markér dagsordenen som sendt</translation>
    </message>
    <message>
        <source>Record that it was held</source>
        <translation>Registrér mødet som afholdt</translation>
    </message>
    <message>
        <source>Send for comments</source>
        <translation>Send i høring</translation>
    </message>
    <message>
        <source>Send to the chair</source>
        <translation>Send til formanden</translation>
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
    <name>Steps</name>
    <message numerus="yes">
        <source>Done: %n action(s).</source>
        <translation>
            <numerusform>%n punkt udført.</numerusform>
            <numerusform>%n punkter udført.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In progress: %n action(s).</source>
        <translation>
            <numerusform>%n punkt i gang.</numerusform>
            <numerusform>%n punkter i gang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New deadline for %n action(s).</source>
        <translation>
            <numerusform>Ny frist for %n punkt.</numerusform>
            <numerusform>Ny frist for %n punkter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New priority for %n action(s).</source>
        <translation>
            <numerusform>Ny prioritet for %n punkt.</numerusform>
            <numerusform>Ny prioritet for %n punkter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open again: %n action(s).</source>
        <translation>
            <numerusform>%n punkt åbent igen.</numerusform>
            <numerusform>%n punkter åbne igen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Remove {name}</source>
        <translation>Fjern {name}</translation>
    </message>
</context>
<context>
    <name>TakeForm</name>
    <message>
        <source>Fill the seat</source>
        <translation>Besæt pladsen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Hand the seat on</source>
        <translation>Giv pladsen videre</translation>
    </message>
    <message>
        <source>Name; somebody new too</source>
        <translation>Navn, også på en ny person</translation>
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
        <translation>Angiv fra hvilken dag: den forrige fratræder dagen før.</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Repræsenterer</translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation>Organisationen findes ikke under Kontakter: tilføj den dér først.</translation>
    </message>
    <message>
        <source>The person&apos;s organisation</source>
        <translation>Personens organisation</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Until (may stay open)</source>
        <translation>Til (kan stå åben)</translation>
    </message>
    <message>
        <source>{name} has the seat.</source>
        <translation>{name} har pladsen.</translation>
    </message>
    <message>
        <source>{name} leaves the day before.</source>
        <translation>{name} fratræder dagen før.</translation>
    </message>
    <message>
        <source>“{name}” is new and enters the directory.</source>
        <translation>”{name}” er ny og føjes til kontakterne.</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Closed: only its label may be read here.</source>
        <translation>Fortroligt: indholdet vises ikke her.</translation>
    </message>
    <message>
        <source>Everything that was said, decided and asked about it, in all groups</source>
        <translation>Alt, der er sagt, besluttet og spurgt om, i alle grupper</translation>
    </message>
    <message>
        <source>No group has dealt with this theme yet. Cases, decisions, actions and circulars show here.</source>
        <translation>Ingen gruppe har arbejdet med temaet endnu. Sager, beslutninger, opfølgning og meddelelser står her.</translation>
    </message>
    <message>
        <source>Nothing of these kinds was told about the theme.</source>
        <translation>Intet af denne slags er fortalt om temaet.</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>{number}. kvartal {year}</translation>
    </message>
    <message>
        <source>Show all kinds</source>
        <translation>Vis alle slags</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
    <message>
        <source>The story of the theme</source>
        <translation>Temaets historie</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Which kinds to tell</source>
        <translation>Hvilke slags der vises</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>punkt {number}</translation>
    </message>
    <message>
        <source>{group} to {other}</source>
        <translation>{group} til {other}</translation>
    </message>
</context>
<context>
    <name>TimesForm</name>
    <message>
        <source>Began</source>
        <translation>Begyndte</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Sluttede</translation>
    </message>
    <message>
        <source>Keep the times</source>
        <translation>Gem tiderne</translation>
    </message>
    <message>
        <source>The times are kept.</source>
        <translation>Tiderne er gemt.</translation>
    </message>
    <message>
        <source>When the meeting began and ended</source>
        <translation>Hvornår mødet begyndte og sluttede</translation>
    </message>
</context>
<context>
    <name>TimesRow</name>
    <message>
        <source>Began</source>
        <translation>Begyndte</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Sluttede</translation>
    </message>
    <message>
        <source>When the meeting began and ended</source>
        <translation>Hvornår mødet begyndte og sluttede</translation>
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
    <name>TransferForm</name>
    <message>
        <source>A new action goes on with it. Another group may find the owner itself.</source>
        <translation>Et nyt punkt fører det videre. En anden gruppe kan selv finde den ansvarlige.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdrag</translation>
    </message>
    <message>
        <source>Hand over {reference}</source>
        <translation>Overdrag {reference}</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>The action was handed over.</source>
        <translation>Punktet er overdraget.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
</context>
<context>
    <name>TreeCard</name>
    <message>
        <source>Activities of the plan</source>
        <translation>Planens aktiviteter</translation>
    </message>
    <message>
        <source>All activities</source>
        <translation>Alle aktiviteter</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Huller</translation>
    </message>
    <message>
        <source>No gaps: every group worked on every activity.</source>
        <translation>Ingen huller: alle grupper har arbejdet med alle aktiviteter.</translation>
    </message>
    <message>
        <source>Nobody worked on these</source>
        <translation>Ingen har arbejdet med disse</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>Not every group worked on these</source>
        <translation>Ikke alle grupper har arbejdet med disse</translation>
    </message>
    <message>
        <source>On a coming agenda</source>
        <translation>På en kommende dagsorden</translation>
    </message>
    <message>
        <source>Which activities</source>
        <translation>Hvilke aktiviteter</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n group(s)</source>
        <translation>
            <numerusform>{count} af %n gruppe</numerusform>
            <numerusform>{count} af %n grupper</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinsCard</name>
    <message>
        <source>Likely twins</source>
        <translation>Mulige dubletter</translation>
    </message>
    <message>
        <source>Merge with {reference} …</source>
        <translation>Læg sammen med {reference} …</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Læg sammen …</translation>
    </message>
</context>
<context>
    <name>UndoPage</name>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>UnlockLine</name>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Password of the paper</source>
        <translation>Bilagets adgangskode</translation>
    </message>
    <message>
        <source>That password does not open it: try again.</source>
        <translation>Adgangskoden åbner det ikke: prøv igen.</translation>
    </message>
    <message>
        <source>“{name}” is locked. The password is used once and not kept.</source>
        <translation>”{name}” er låst. Adgangskoden bruges én gang og gemmes ikke.</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Appoint</source>
        <translation>Udpeg</translation>
    </message>
    <message>
        <source>In the national group</source>
        <translation>I den nationale gruppe</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Nobody carries this group&apos;s matters up: appoint one of its members.</source>
        <translation>Ingen bærer gruppens sager videre: udpeg et af dens medlemmer.</translation>
    </message>
    <message>
        <source>Regional representatives: {count} of {all}</source>
        <translation>Regionale repræsentanter: {count} af {all}</translation>
    </message>
    <message>
        <source>The national group has no seat for this group: appointing somebody makes it.</source>
        <translation>Den nationale gruppe har ingen plads til denne gruppe: den oprettes, når nogen udpeges.</translation>
    </message>
    <message>
        <source>The representative has left this group: appoint one who sits in it.</source>
        <translation>Repræsentanten er udtrådt af gruppen: udpeg en, der sidder i den.</translation>
    </message>
</context>
<context>
    <name>WayView</name>
    <message>
        <source>A matter that the group cannot solve alone is carried up: its answer comes home by itself.</source>
        <translation>En sag, som gruppen ikke kan løse alene, løftes op: svaret kommer hjem af sig selv.</translation>
    </message>
    <message>
        <source>Also carried up: {reference}, {state} {day}</source>
        <translation>Også løftet: {reference}, {state} {day}</translation>
    </message>
    <message>
        <source>Carry it up</source>
        <translation>Løft sagen</translation>
    </message>
    <message>
        <source>Close the case …</source>
        <translation>Afslut sagen …</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Vejen</translation>
    </message>
    <message>
        <source>The way through the bodies</source>
        <translation>Vejen gennem grupperne</translation>
    </message>
    <message>
        <source>{group} has ended, so nobody there can endorse that it is carried up.</source>
        <translation>{group} er nedlagt, så ingen kan tiltræde, at sagen løftes.</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Decision of the group</source>
        <translation>Gruppens beslutning</translation>
    </message>
    <message>
        <source>Decision: item {number}, meeting on {day}</source>
        <translation>Beslutning: punkt {number}, mødet {day}</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hvordan det endte</translation>
    </message>
    <message>
        <source>How the group agreed</source>
        <translation>Hvordan gruppen blev enig</translation>
    </message>
    <message>
        <source>Item {number} on the agenda of {day}</source>
        <translation>Punkt {number} på dagsordenen {day}</translation>
    </message>
    <message>
        <source>Item {number}, meeting on {day}</source>
        <translation>Punkt {number}, mødet {day}</translation>
    </message>
    <message>
        <source>Locked as it was sent · SHA-256 {hash}</source>
        <translation>Låst, som den blev sendt · SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Merged in: {reference}</source>
        <translation>Lagt ind: {reference}</translation>
    </message>
    <message>
        <source>Merged in: {reference} ({group}), {title}</source>
        <translation>Lagt ind: {reference} ({group}), {title}</translation>
    </message>
    <message>
        <source>Merged into {reference} ({group}): {title}</source>
        <translation>Lagt sammen med {reference} ({group}): {title}</translation>
    </message>
    <message>
        <source>On the agenda</source>
        <translation>På dagsordenen</translation>
    </message>
    <message>
        <source>On the way home</source>
        <translation>På vej hjem</translation>
    </message>
    <message>
        <source>On the way up</source>
        <translation>På vej op</translation>
    </message>
    <message>
        <source>Paper: {title}</source>
        <translation>Bilag: {title}</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Meldt tilbage</translation>
    </message>
    <message>
        <source>Reported outside a meeting</source>
        <translation>Meldt tilbage uden for et møde</translation>
    </message>
    <message>
        <source>Reported outside a meeting …</source>
        <translation>Meldt tilbage uden for et møde …</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Sidder fast</translation>
    </message>
    <message>
        <source>Take back that it was reported</source>
        <translation>Tag tilbage, at det er meldt tilbage</translation>
    </message>
    <message>
        <source>Told to {sender}</source>
        <translation>Sagt til {sender}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>What the group is told</source>
        <translation>Det får gruppen at vide</translation>
    </message>
    <message>
        <source>What was sent {when} by {name}</source>
        <translation>Sendt {when} af {name}</translation>
    </message>
    <message>
        <source>Why it skips a level</source>
        <translation>Hvorfor et niveau springes over</translation>
    </message>
    <message>
        <source>Written down by {name}</source>
        <translation>Noteret af {name}</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>svar senest {day}</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>besvaret {day}</translation>
    </message>
    <message>
        <source>document: {reference}</source>
        <translation>dokument: {reference}</translation>
    </message>
    <message>
        <source>endorsed {day}</source>
        <translation>tiltrådt {day}</translation>
    </message>
    <message>
        <source>from {origin}</source>
        <translation>fra {origin}</translation>
    </message>
    <message>
        <source>heard {day}</source>
        <translation>hørt {day}</translation>
    </message>
    <message>
        <source>hears the answer at a meeting that is not planned yet</source>
        <translation>hører svaret på et møde, der ikke er planlagt endnu</translation>
    </message>
    <message>
        <source>hears the answer {day} at the earliest</source>
        <translation>hører svaret tidligst {day}</translation>
    </message>
    <message>
        <source>item {number} on {day}</source>
        <translation>punkt {number} den {day}</translation>
    </message>
    <message>
        <source>journal number {number}</source>
        <translation>journalnummer {number}</translation>
    </message>
    <message>
        <source>no meeting of the group will hear it: tell it otherwise</source>
        <translation>intet møde i gruppen vil høre det: giv besked på anden vis</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ikke sendt endnu</translation>
    </message>
    <message>
        <source>raised {day}</source>
        <translation>rejst {day}</translation>
    </message>
    <message>
        <source>recorded by {name}</source>
        <translation>skrevet ind af {name}</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>sendt {day}</translation>
    </message>
    <message>
        <source>told outside a meeting {day}</source>
        <translation>fik besked uden for et møde {day}</translation>
    </message>
    <message>
        <source>waits for the next meeting</source>
        <translation>venter på næste møde</translation>
    </message>
    <message>
        <source>{day} at the earliest</source>
        <translation>tidligst {day}</translation>
    </message>
    <message>
        <source>{group} hears the answer. {state}. {when}</source>
        <translation>{group} hører svaret. {state}. {when}</translation>
    </message>
    <message>
        <source>{group} raised it</source>
        <translation>{group} rejste den</translation>
    </message>
    <message>
        <source>{how}, to {whom}: {reason}</source>
        <translation>{how}, til {whom}: {reason}</translation>
    </message>
</context>
<context>
    <name>WhatForm</name>
    <message>
        <source>Add the seat</source>
        <translation>Tilføj pladsen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Ligegyldigt</translation>
    </message>
    <message>
        <source>As the organisation</source>
        <translation>Som organisationen</translation>
    </message>
    <message>
        <source>Change the seat</source>
        <translation>Ret pladsen</translation>
    </message>
    <message>
        <source>If it has one</source>
        <translation>Hvis den har en</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>New seat</source>
        <translation>Ny plads</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Ingen bestemt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Stands in for</source>
        <translation>Træder ind for</translation>
    </message>
    <message>
        <source>That organisation is not in the directory: add it there first.</source>
        <translation>Organisationen findes ikke under Kontakter: tilføj den dér først.</translation>
    </message>
    <message>
        <source>The seat is added.</source>
        <translation>Pladsen er tilføjet.</translation>
    </message>
    <message>
        <source>The seat is changed.</source>
        <translation>Pladsen er rettet.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>WheelFrame</name>
    <message>
        <source>As a list</source>
        <translation>Som liste</translation>
    </message>
    <message>
        <source>Below the wheel</source>
        <translation>Under årshjulet</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Lukkedage</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>No group of the chain stands in this year. Groups show here with a lane each once they are set up.</source>
        <translation>Ingen af kædens grupper består i dette år. Grupperne vises her med hver sin bane, når de er oprettet.</translation>
    </message>
    <message>
        <source>Propose all anew</source>
        <translation>Foreslå alt på ny</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Set up groups</source>
        <translation>Opret grupper</translation>
    </message>
    <message>
        <source>Show fewer days</source>
        <translation>Vis færre dage</translation>
    </message>
    <message>
        <source>Show more days</source>
        <translation>Vis flere dage</translation>
    </message>
    <message>
        <source>The year&apos;s meetings</source>
        <translation>Årets møder</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>At se på</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Ønsker</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Året efter</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Året før</translation>
    </message>
</context>
<context>
    <name>WheelPage</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n konflikt</numerusform>
            <numerusform>%n konflikter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty quarter(s)</source>
        <translation>
            <numerusform>%n tomt kvartal</numerusform>
            <numerusform>%n tomme kvartaler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) planned.</source>
        <translation>
            <numerusform>%n møde er planlagt.</numerusform>
            <numerusform>%n møder er planlagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary meeting(s) planned</source>
        <translation>
            <numerusform>%n ordinært møde planlagt</numerusform>
            <numerusform>%n ordinære møder planlagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n foreslået</numerusform>
            <numerusform>%n foreslået</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a day</source>
        <translation>
            <numerusform>%n uden dag</numerusform>
            <numerusform>%n uden dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n proposal(s)</source>
        <translation>
            <numerusform>Godkend %n forslag</numerusform>
            <numerusform>Godkend %n forslag</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept all proposed meetings</source>
        <translation>Godkend alle foreslåede møder</translation>
    </message>
    <message>
        <source>Change closed days</source>
        <translation>Ret lukkedage</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Propose all meetings anew</source>
        <translation>Foreslå alle møder på ny</translation>
    </message>
    <message>
        <source>The reason is kept.</source>
        <translation>Begrundelsen er gemt.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>At se på</translation>
    </message>
    <message>
        <source>Year wheel {year}</source>
        <translation>Årshjul {year}</translation>
    </message>
    <message>
        <source>{meeting} is on {day} now.</source>
        <translation>{meeting} er nu {day}.</translation>
    </message>
</context>
<context>
    <name>WhoButton</name>
    <message>
        <source>Signed in as {name}</source>
        <translation>Logget ind som {name}</translation>
    </message>
</context>
<context>
    <name>WhoLine</name>
    <message>
        <source>3F 3 March</source>
        <translation>3F 3. marts</translation>
    </message>
    <message>
        <source>Who does it, and by when</source>
        <translation>Hvem gør det, og hvornår</translation>
    </message>
</context>
<context>
    <name>WhoMenu</name>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
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
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
</context>
<context>
    <name>WishesPanel</name>
    <message numerus="yes">
        <source>%n meeting(s) a year: change it on the group&apos;s page</source>
        <translation>
            <numerusform>%n møde om året: ændr det på gruppens side</numerusform>
            <numerusform>%n møder om året: ændr det på gruppens side</numerusform>
        </translation>
    </message>
    <message>
        <source>1st choice</source>
        <translation>1. valg</translation>
    </message>
    <message>
        <source>2nd choice</source>
        <translation>2. valg</translation>
    </message>
    <message>
        <source>3rd choice</source>
        <translation>3. valg</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Ligegyldigt</translation>
    </message>
    <message>
        <source>Any week</source>
        <translation>Enhver uge</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Varighed</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldrig</translation>
    </message>
    <message>
        <source>No number of meetings a year: set one on the group&apos;s page</source>
        <translation>Intet antal møder om året: angiv det på gruppens side</translation>
    </message>
    <message>
        <source>Save the wishes</source>
        <translation>Gem ønskerne</translation>
    </message>
    <message>
        <source>The wishes of {group} are kept.</source>
        <translation>Ønskerne for {group} er gemt.</translation>
    </message>
    <message>
        <source>Those who come travel: keep the days around it free</source>
        <translation>Deltagerne rejser: hold dagene omkring mødet fri</translation>
    </message>
    <message>
        <source>Week of the quarter</source>
        <translation>Uge i kvartalet</translation>
    </message>
    <message>
        <source>Week {week} of 13</source>
        <translation>Uge {week} af 13</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>A title for its readers</source>
        <translation>En titel til læserne</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>Handlingsplan</translation>
    </message>
    <message>
        <source>Add an activity of the action plan</source>
        <translation>Tilføj en aktivitet i handlingsplanen</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Svar senest</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Bedt om</translation>
    </message>
    <message>
        <source>Changed from what {sender} sent to {body}</source>
        <translation>Ændret fra det, {sender} sendte til {body}</translation>
    </message>
    <message>
        <source>Changed since it was sent {when}</source>
        <translation>Ændret siden den blev sendt {when}</translation>
    </message>
    <message>
        <source>It stands in the story</source>
        <translation>Det står i historikken</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Må læses af</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Intet er ændret endnu.</translation>
    </message>
    <message>
        <source>The rule it turns on, if there is one</source>
        <translation>Den regel, det handler om, hvis der er en</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Hast</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Det der spørges om</translation>
    </message>
    <message>
        <source>What is wrong, and for whom</source>
        <translation>Hvad der er galt, og for hvem</translation>
    </message>
    <message>
        <source>What it leads to if nothing is done</source>
        <translation>Hvad det fører til, hvis intet gøres</translation>
    </message>
    <message>
        <source>What the body is asked to agree on</source>
        <translation>Hvad niveauet over bedes beslutte</translation>
    </message>
    <message>
        <source>What the group has done itself</source>
        <translation>Hvad gruppen selv har gjort</translation>
    </message>
    <message>
        <source>What {body} is asked</source>
        <translation>Det bliver {body} spurgt om</translation>
    </message>
    <message>
        <source>Why it skips a level</source>
        <translation>Hvorfor et niveau springes over</translation>
    </message>
    <message>
        <source>{body} (skips a level)</source>
        <translation>{body} (et niveau springes over)</translation>
    </message>
</context>
<context>
    <name>YearlyView</name>
    <message numerus="yes">
        <source>%n agenda item(s)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n beslutning</numerusform>
            <numerusform>%n beslutninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n møde</numerusform>
            <numerusform>%n møder</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Actions agreed by quarter and area</source>
        <translation>Aftalt opfølgning efter kvartal og indsatsområde</translation>
    </message>
    <message>
        <source>Actions agreed under the plan</source>
        <translation>Opfølgning aftalt under planen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Agenda items by quarter and area</source>
        <translation>Punkter efter kvartal og indsatsområde</translation>
    </message>
    <message>
        <source>Agenda items under the plan</source>
        <translation>Punkter under planen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle grupper</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvaret</translation>
    </message>
    <message>
        <source>As of {day}.</source>
        <translation>Pr. {day}.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Sager</translation>
    </message>
    <message>
        <source>Cases by</source>
        <translation>Sager efter</translation>
    </message>
    <message>
        <source>Cases by group and kind</source>
        <translation>Sager efter gruppe og art</translation>
    </message>
    <message>
        <source>Cases by theme, exploitation, setting and age</source>
        <translation>Sager efter tema, udnyttelse, sted og alder</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Meddelelser</translation>
    </message>
    <message>
        <source>Contribution of {year} …</source>
        <translation>Bidrag for {year} …</translation>
    </message>
    <message>
        <source>Days to the answer</source>
        <translation>Dage til svar</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslutninger</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>Udført til tiden</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Udført for sent</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Løftede sager</translation>
    </message>
    <message>
        <source>Figures from 1 to 4 are shown as “1–4”, and “–” is kept back too: nobody can be known by them.</source>
        <translation>Tal fra 1 til 4 vises som ”1–4”, og ”–” er også udeladt, så ingen kan genkendes.</translation>
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
        <source>Items</source>
        <translation>Punkter</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>No cases were written down in the year.</source>
        <translation>Der er ikke noteret sager i året.</translation>
    </message>
    <message>
        <source>No group worked on {count} of the plan’s activities.</source>
        <translation>Ingen gruppe har arbejdet med {count} af planens aktiviteter.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Ikke udført</translation>
    </message>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Intet at tælle endnu.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbne</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>K{number}</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Save the contribution of {year} as PDF …</source>
        <translation>Gem bidraget for {year} som PDF …</translation>
    </message>
    <message>
        <source>So few cases are not told apart any further: somebody could be known by them.</source>
        <translation>Så få sager opdeles ikke yderligere: nogen kunne genkendes.</translation>
    </message>
    <message>
        <source>The activities in the year</source>
        <translation>Aktiviteterne i året</translation>
    </message>
    <message>
        <source>The activities of the plan</source>
        <translation>Planens aktiviteter</translation>
    </message>
    <message>
        <source>The groups</source>
        <translation>Grupperne</translation>
    </message>
    <message>
        <source>The groups in the year</source>
        <translation>Grupperne i året</translation>
    </message>
    <message>
        <source>The year is not over.</source>
        <translation>Året er ikke slut.</translation>
    </message>
    <message numerus="yes">
        <source>{answered} of %n escalation(s) answered</source>
        <translation>
            <numerusform>{answered} af %n løftet sag besvaret</numerusform>
            <numerusform>{answered} af %n løftede sager besvaret</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} written down in the year</source>
        <translation>{count} noteret i året</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n action(s) done</source>
        <translation>
            <numerusform>{done} af %n opfølgningspunkt udført</numerusform>
            <numerusform>{done} af %n opfølgningspunkter udført</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Fold</name>
    <message>
        <source>closed</source>
        <translation>lukket</translation>
    </message>
    <message>
        <source>open</source>
        <translation>åben</translation>
    </message>
</context>
<context>
    <name>_MailLine</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n opfølgningspunkt</numerusform>
            <numerusform>%n opfølgningspunkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overskredet</numerusform>
            <numerusform>%n overskredet</numerusform>
        </translation>
    </message>
    <message>
        <source>no e-mail address</source>
        <translation>ingen e-mailadresse</translation>
    </message>
</context>
<context>
    <name>_OwnerForm</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>Person eller organisation</translation>
    </message>
    <message>
        <source>Whom to ask there</source>
        <translation>Hvem man spørger dér</translation>
    </message>
</context>
</TS>
