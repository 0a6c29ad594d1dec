<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ActionCounts</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPane</name>
    <message numerus="yes">
        <source>On %n coming agenda(s)</source>
        <translation>
            <numerusform>On %n coming agenda</numerusform>
            <numerusform>On %n coming agendas</numerusform>
        </translation>
    </message>
</context>
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
    <name>AttendanceCard</name>
    <message numerus="yes">
        <source>not heard for %n meeting(s)</source>
        <translation>
            <numerusform>not heard for %n meeting</numerusform>
            <numerusform>not heard for %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} % of the places at %n meeting(s)</source>
        <translation>
            <numerusform>{share} % of the places at %n meeting</numerusform>
            <numerusform>{share} % of the places at %n meetings</numerusform>
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
    <name>CardWords</name>
    <message numerus="yes">
        <source>%n merged into it</source>
        <translation>
            <numerusform>%n merged into it</numerusform>
            <numerusform>%n merged into it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n answer(s) late</source>
        <translation>
            <numerusform>%n answer late</numerusform>
            <numerusform>%n answers late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenPanel</name>
    <message numerus="yes">
        <source>Accept the group&apos;s %n</source>
        <translation>
            <numerusform>Accept the group&apos;s %n</numerusform>
            <numerusform>Accept the group&apos;s %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseBar</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) unanswered</source>
        <translation>
            <numerusform>%n comment unanswered</numerusform>
            <numerusform>%n comments unanswered</numerusform>
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
        <source>%n edition(s)</source>
        <translation>
            <numerusform>%n edition</numerusform>
            <numerusform>%n editions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlineField</name>
    <message numerus="yes">
        <source>Back to the usual: %n working day(s)</source>
        <translation>
            <numerusform>Back to the usual: %n working day</numerusform>
            <numerusform>Back to the usual: %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalationCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answer %n day(s) late</source>
        <translation>
            <numerusform>answer %n day late</numerusform>
            <numerusform>answer %n days late</numerusform>
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
    <name>ImportForm</name>
    <message numerus="yes">
        <source>%n comment(s) kept.</source>
        <translation>
            <numerusform>%n comment kept.</numerusform>
            <numerusform>%n comments kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n comment(s)</source>
        <translation>
            <numerusform>Keep %n comment</numerusform>
            <numerusform>Keep %n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteActions</name>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}. Open, look and send them, then mark them as sent.</source>
        <translation>
            <numerusform>%n draft saved in {folder}. Open, look and send them, then mark them as sent.</numerusform>
            <numerusform>%n drafts saved in {folder}. Open, look and send them, then mark them as sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong(s) to another meeting and stand(s) there.</source>
        <translation>
            <numerusform>%n of them belong to another meeting and stand there.</numerusform>
            <numerusform>%n of them belongs to another meeting and stands there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteWords</name>
    <message numerus="yes">
        <source>%n by mail</source>
        <translation>
            <numerusform>%n by mail</numerusform>
            <numerusform>%n by mail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coming</source>
        <translation>
            <numerusform>%n coming</numerusform>
            <numerusform>%n coming</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps</source>
        <translation>
            <numerusform>%n perhaps</numerusform>
            <numerusform>%n perhaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) do not know how the meeting stands now.</source>
        <translation>
            <numerusform>%n person do not know how the meeting stands now.</numerusform>
            <numerusform>%n people do not know how the meeting stands now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have not been invited yet.</source>
        <translation>
            <numerusform>%n person have not been invited yet.</numerusform>
            <numerusform>%n people have not been invited yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have not heard that the meeting is cancelled.</source>
        <translation>
            <numerusform>%n person have not heard that the meeting is cancelled.</numerusform>
            <numerusform>%n people have not heard that the meeting is cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) without a name</source>
        <translation>
            <numerusform>%n seat without a name</numerusform>
            <numerusform>%n seats without a name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be phoned</source>
        <translation>
            <numerusform>%n to be phoned</numerusform>
            <numerusform>%n to be phoned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <translation>
            <numerusform>%n unanswered</numerusform>
            <numerusform>%n unanswered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with apologies</source>
        <translation>
            <numerusform>%n with apologies</numerusform>
            <numerusform>%n with apologies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to %n person(s)</source>
        <translation>
            <numerusform>to %n person</numerusform>
            <numerusform>to %n people</numerusform>
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
    <name>Lane</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeakList</name>
    <message numerus="yes">
        <source>%n find(s) may be personal data</source>
        <translation>
            <numerusform>%n find may be personal data</numerusform>
            <numerusform>%n finds may be personal data</numerusform>
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
    <name>MailsPanel</name>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}.</source>
        <translation>
            <numerusform>%n draft saved in {folder}.</numerusform>
            <numerusform>%n drafts saved in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to draft</source>
        <translation>
            <numerusform>%n mail to draft</numerusform>
            <numerusform>%n mails to draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>MatterStrip</name>
    <message numerus="yes">
        <source>with %n merged into it</source>
        <translation>
            <numerusform>with %n merged into it</numerusform>
            <numerusform>with %n merged into it</numerusform>
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
    <name>MovingCard</name>
    <message numerus="yes">
        <source>%n on the way home: show all</source>
        <translation>
            <numerusform>%n on the way home: show all</numerusform>
            <numerusform>%n on the way home: show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way up: show all</source>
        <translation>
            <numerusform>%n on the way up: show all</numerusform>
            <numerusform>%n on the way up: show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n action(s) without a deadline</source>
        <translation>
            <numerusform>%n action without a deadline</numerusform>
            <numerusform>%n actions without a deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) without an owner</source>
        <translation>
            <numerusform>%n action without an owner</numerusform>
            <numerusform>%n actions without an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) or circular(s) wait</source>
        <translation>
            <numerusform>%n answer or circular wait</numerusform>
            <numerusform>%n answers or circulars wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) at rest for a year</source>
        <translation>
            <numerusform>%n case at rest for a year</numerusform>
            <numerusform>%n cases at rest for a year</numerusform>
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
        <source>%n empty quarter(s) without a reason</source>
        <translation>
            <numerusform>%n empty quarter without a reason</numerusform>
            <numerusform>%n empty quarters without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) in which nobody has a seat</source>
        <translation>
            <numerusform>%n group in which nobody has a seat</numerusform>
            <numerusform>%n groups in which nobody has a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with vacant seats</source>
        <translation>
            <numerusform>%n group with vacant seats</numerusform>
            <numerusform>%n groups with vacant seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without a meeting this quarter</source>
        <translation>
            <numerusform>%n group without a meeting this quarter</numerusform>
            <numerusform>%n groups without a meeting this quarter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without a plan for the next quarter</source>
        <translation>
            <numerusform>%n group without a plan for the next quarter</numerusform>
            <numerusform>%n groups without a plan for the next quarter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) without all sectors</source>
        <translation>
            <numerusform>%n group without all sectors</numerusform>
            <numerusform>%n groups without all sectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait for a meeting</source>
        <translation>
            <numerusform>%n item wait for a meeting</numerusform>
            <numerusform>%n items wait for a meeting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an outcome</source>
        <translation>
            <numerusform>%n item without an outcome</numerusform>
            <numerusform>%n items without an outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) of minors lack facts</source>
        <translation>
            <numerusform>%n matter of minors lack facts</numerusform>
            <numerusform>%n matters of minors lack facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) of a group that has ended</source>
        <translation>
            <numerusform>%n open case of a group that has ended</numerusform>
            <numerusform>%n open cases of a group that has ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue action(s)</source>
        <translation>
            <numerusform>%n overdue action</numerusform>
            <numerusform>%n overdue actions</numerusform>
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
        <source>%n region(s) without a national representative</source>
        <translation>
            <numerusform>%n region without a national representative</numerusform>
            <numerusform>%n regions without a national representative</numerusform>
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
        <source>Answer %n comment(s)</source>
        <translation>
            <numerusform>Answer %n comment</numerusform>
            <numerusform>Answer %n comments</numerusform>
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
    <name>PeopleHead</name>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by a deputy</source>
        <translation>
            <numerusform>%n by a deputy</numerusform>
            <numerusform>%n by a deputy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) missing</source>
        <translation>
            <numerusform>%n declaration missing</numerusform>
            <numerusform>%n declarations missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in the group since the sheet was made</source>
        <translation>
            <numerusform>%n new in the group since the sheet was made</numerusform>
            <numerusform>%n new in the group since the sheet was made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not noted</source>
        <translation>
            <numerusform>%n not noted</numerusform>
            <numerusform>%n not noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent apologies</source>
        <translation>
            <numerusform>%n sent apologies</numerusform>
            <numerusform>%n sent apologies</numerusform>
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
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agenda item(s)</source>
        <translation>
            <numerusform>%n agenda item</numerusform>
            <numerusform>%n agenda items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n circular(s)</source>
        <translation>
            <numerusform>%n circular</numerusform>
            <numerusform>%n circulars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n escalation(s)</source>
        <translation>
            <numerusform>%n escalation</numerusform>
            <numerusform>%n escalations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuarterReminders</name>
    <message numerus="yes">
        <source>%n reminder(s) saved in {folder}. Open, look and send them.</source>
        <translation>
            <numerusform>%n reminder saved in {folder}. Open, look and send them.</numerusform>
            <numerusform>%n reminders saved in {folder}. Open, look and send them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message numerus="yes">
        <source>Closed: %n action(s).</source>
        <translation>
            <numerusform>Closed: %n action.</numerusform>
            <numerusform>Closed: %n actions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message numerus="yes">
        <source>%n reminder(s) saved in {folder}. Open, look and send them.</source>
        <translation>
            <numerusform>%n reminder saved in {folder}. Open, look and send them.</numerusform>
            <numerusform>%n reminders saved in {folder}. Open, look and send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} and %n more</numerusform>
            <numerusform>{first} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to choose between</source>
        <translation>
            <numerusform>%n text to choose between</numerusform>
            <numerusform>%n texts to choose between</numerusform>
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
    <name>SceneMaker</name>
    <message numerus="yes">
        <source>{sentence} (and %n more alike)</source>
        <translation>
            <numerusform>{sentence} (and %n more alike)</numerusform>
            <numerusform>{sentence} (and %n more alike)</numerusform>
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
<context>
    <name>SeveralPanel</name>
    <message numerus="yes">
        <source>%n action(s) chosen</source>
        <translation>
            <numerusform>%n action chosen</numerusform>
            <numerusform>%n actions chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New deadline for %n action(s).</source>
        <translation>
            <numerusform>New deadline for %n action.</numerusform>
            <numerusform>New deadline for %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>Done: %n action(s).</source>
        <translation>
            <numerusform>Done: %n action.</numerusform>
            <numerusform>Done: %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In progress: %n action(s).</source>
        <translation>
            <numerusform>In progress: %n action.</numerusform>
            <numerusform>In progress: %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New deadline for %n action(s).</source>
        <translation>
            <numerusform>New deadline for %n action.</numerusform>
            <numerusform>New deadline for %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New priority for %n action(s).</source>
        <translation>
            <numerusform>New priority for %n action.</numerusform>
            <numerusform>New priority for %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open again: %n action(s).</source>
        <translation>
            <numerusform>Open again: %n action.</numerusform>
            <numerusform>Open again: %n actions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreeCard</name>
    <message numerus="yes">
        <source>{count} of %n group(s)</source>
        <translation>
            <numerusform>{count} of %n group</numerusform>
            <numerusform>{count} of %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WheelPage</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
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
        <source>%n meeting(s) planned.</source>
        <translation>
            <numerusform>%n meeting planned.</numerusform>
            <numerusform>%n meetings planned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary meeting(s) planned</source>
        <translation>
            <numerusform>%n ordinary meeting planned</numerusform>
            <numerusform>%n ordinary meetings planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n proposed</numerusform>
            <numerusform>%n proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a day</source>
        <translation>
            <numerusform>%n without a day</numerusform>
            <numerusform>%n without a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n proposal(s)</source>
        <translation>
            <numerusform>Accept %n proposal</numerusform>
            <numerusform>Accept %n proposals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WishesPanel</name>
    <message numerus="yes">
        <source>%n meeting(s) a year: change it on the group&apos;s page</source>
        <translation>
            <numerusform>%n meeting a year: change it on the group&apos;s page</numerusform>
            <numerusform>%n meetings a year: change it on the group&apos;s page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearlyView</name>
    <message numerus="yes">
        <source>%n agenda item(s)</source>
        <translation>
            <numerusform>%n agenda item</numerusform>
            <numerusform>%n agenda items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
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
        <source>{answered} of %n escalation(s) answered</source>
        <translation>
            <numerusform>{answered} of %n escalation answered</numerusform>
            <numerusform>{answered} of %n escalations answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n action(s) done</source>
        <translation>
            <numerusform>{done} of %n action done</numerusform>
            <numerusform>{done} of %n actions done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_MailLine</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
