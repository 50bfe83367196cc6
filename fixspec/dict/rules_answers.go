package dict

// rulesAnswers tells what is answered, case by case. A test of fixspec finds each case in a scene and
// holds the answers against its row.
const rulesAnswers = `## What is answered

A test plays a scene of each of these cases, in every combination of profiles in which it can be said,
and sees that just this is told. Of each message the fields that tell it from others are shown; many 8 or
AK in a row are shown as one. "-" cannot be said in that profile. What is refused changes nothing else, and
the words are for people.

### To a client

| Case | LIST | RFQ |
|---|---|---|
| The same list again, PossResend(97)=Y | N 97=Y 429=2 431=1 | AI 97=Y 297=0 |
| The same list again, without 97 | N 429=2 431=7 444=DUPLICATE LISTID | N 429=2 431=7 444=DUPLICATE LISTID |
| Another list under its id, PossResend(97)=Y | N 429=2 431=7 444=DUPLICATE LISTID | N 429=2 431=7 444=DUPLICATE LISTID |
| A fragment again | nothing | nothing |
| A fragment that differs | N 429=2 431=7 | N 429=2 431=7 |
| A fragment that never comes | N 429=2 431=7 | N 429=2 431=7 |
| Lines that are not as many as the list says | N 429=2 431=7 | N 429=2 431=7 |
| A line that is not done here | N 429=2 431=7 39=8 103=11 | N 429=2 431=7 39=8 103=11 |
| A bond that nobody knows | N 429=2 431=7 39=8 103=1 | N 429=2 431=7 39=8 103=1 |
| A list without lines | j 372=E 380=0 | j 372=E 380=0 |
| A refused list is mended under its old id | N 429=2 431=7 444=DUPLICATE LISTID | N 429=2 431=7 444=DUPLICATE LISTID |
| A refused list is asked for | j 372=k 380=0 | AG 658=4 |
| A list comes when the gateway takes none | N 429=2 431=7 | N 429=2 431=7 |
| A dealer is asked | N 115=DLRB 429=3 431=1 444=ASKED | AI 115=DLRB 297=10 58=ASKED |
| A dealer is asked again | nothing | nothing |
| A dealer that does not exist is asked | j 372=k 380=7 | AG 658=7 |
| A dealer that it may not ask is asked | j 372=k 380=6 | AG 658=6 |
| A dealer cannot quote this kind of price | N 429=3 431=1 444=ASKED, then N 429=3 431=1 444=ASKED, then N 115=DLRC 429=3 431=1 444=CANNOT QUOTE | AI 297=10 58=ASKED, then AI 297=10 58=ASKED, then AG 115=DLRC 658=7 58=CANNOT QUOTE |
| Nobody is left to ask | j 372=k 380=7 | AG 658=7 |
| A list is asked for under another name | j 372=k 380=1 | AG 658=99 |
| A dealer is asked when the inquiry is over | j 372=k 380=0 | AG 658=4 |
| A dealer acknowledges | N 115=DLRA 429=3 431=1 444=ACK | AI 115=DLRA 297=10 58=ACK |
| A dealer does not acknowledge in time | N 115=DLRA 429=3 431=1 444=NO RESPONSE | AI 115=DLRA 297=10 58=NO RESPONSE |
| A dealer passes | l 115=DLRC no 44 58=PASS | AG 115=DLRC 658=10 58=PASS |
| A dealer rejects a line | l 115=DLRC no 44 58=PASS | AG 115=DLRC 658=10 58=PASS |
| A dealer quotes | l 115=DLRB 44=106000.00 423=3, then N 429=3 431=1 444=BEST= | S 115=DLRB 133=106000.00 423=3 |
| A quote comes with its line prices | l 44=106361.47, then N 429=3 431=1 444=BEST=, then i 301=0 | S 133=106361.47 no 555, then i 301=0 |
| A quote ends | l 115=DLRA no 44 58=EXPIRED | AI 115=DLRA 297=7 58=EXPIRED |
| A dealer disconnects | l 115=DLRA no 44 58=STALE | AI 115=DLRA 297=6 58=STALE |
| A quote is taken | N 115=DLRA 429=2 431=2 444=LAST LOOK | AI 115=DLRA 297=10 58=LAST LOOK |
| The same quote is taken again | N 97=Y 429=2 431=2 | AI 97=Y 297=10 693=HIT- |
| Another quote is taken meanwhile | N 429=6 431=2 444=ALREADY AWARDED | AI 297=5 58=ALREADY AWARDED |
| A quote is taken that its dealer has replaced | N 429=6 431=5 444=BID SUPERSEDED | AI 297=5 58=BID SUPERSEDED |
| A quote is taken that its dealer took back | N 429=6 431=5 444=BID WITHDRAWN | AI 297=5 58=BID WITHDRAWN |
| A quote is taken that its dealer has declined | N 429=6 431=5 444=BID SPENT | AI 297=5 58=BID SPENT |
| A quote is taken whose dealer has disconnected | N 429=6 431=5 444=BID STALE | AI 297=5 58=BID STALE |
| A quote is taken that has ended | N 429=6 431=5 444=BID EXPIRED | AI 297=7 58=BID EXPIRED |
| A quote is taken that owes its line prices | N 429=6 431=5 | AI 297=5 |
| A quote is taken that breaks a limit | N 429=6 431=5 | AI 297=5 |
| A quote is taken that nobody knows | j 372=L 380=1 | AI 297=9 |
| A quote is taken when the inquiry is withdrawn | N 429=6 431=5 | AI 297=7 |
| A quote is taken after the deadline | N 429=6 431=5 444=BID EXPIRED | AI 297=7 58=BID EXPIRED |
| The dealer confirms | N 115=DLRA 429=4 431=3 444=TRADE=, then 8 150=F, then N 429=5 431=6 444=EXECUTED, then AK | AI 115=DLRA 297=0 58=TRADE=, then 8 150=F 693=HIT-, then AK |
| The dealer declines | N 115=DLRA 429=6 431=5 444=DECLINED, then l no 44 58=WITHDRAWN, then N 429=3 431=1 444=OPEN AGAIN | AI 115=DLRA 297=11 58=DECLINED, then AI 297=0 58=OPEN AGAIN |
| The dealer is silent | N 429=6 431=5 444=NO ANSWER IN TIME, then l no 44 58=WITHDRAWN, then N 429=3 431=1 444=OPEN AGAIN | AI 297=11 58=NO ANSWER IN TIME, then AI 297=0 58=OPEN AGAIN |
| The dealer disconnects in its last look | N 429=6 431=5 444=DISCONNECTED, then l no 44 58=STALE, then N 429=3 431=1 444=OPEN AGAIN | AI 297=11 58=DISCONNECTED, then AI 297=0 58=OPEN AGAIN |
| The quote that traded is taken again | N 97=Y 429=2 431=6 | AI 97=Y 297=0 58=TRADE= |
| The inquiry is withdrawn | N 429=2 431=4, then N 429=5 431=6 39=4 | AI 297=4 |
| It is withdrawn again | N 97=Y 429=2 431=6 | AI 97=Y 297=4 |
| The inquiry is withdrawn during a last look | N 429=2 431=2 444=TOO LATE | AI 297=5 58=TOO LATE |
| The inquiry is withdrawn after the trade | N 429=2 431=3 444=TOO LATE | AI 297=5 58=TOO LATE |
| An inquiry that nobody knows is withdrawn | N 429=2 431=7 | AI 297=9 |
| The deadline comes | N 429=5 431=6 444=EXPIRED 39=C | AI 297=7 58=EXPIRED |
| The state of an inquiry is asked for | N 429=2 431=1 39=D | AI 649=ASK- 297=0 |
| The state of an inquiry that nobody knows | N 429=2 431=7 | AI 649=ASK- 297=9 |
| It comes back | N 97=Y 429=2 431=1, then l 115=DLRB 97=Y no 44 58=STALE, then l 115=DLRA 97=Y 44=106361.47 | AI 97=Y 297=0, then AI 115=DLRB 97=Y 297=6 58=STALE, then S 115=DLRA 97=Y 133=106361.47 |
| It comes back after the trade | nothing | nothing |
| Its numbers begin again after the trade | N 97=Y 429=2 431=6, then 8 150=F, then AK | AI 97=Y 297=0 58=TRADE=, then 8 150=F, then AK |
| Its numbers begin again after the end | N 97=Y 429=2 431=6 | AI 97=Y 297=4 |
| An execution is disputed | nothing | nothing |
| An execution or a ticket that nobody knows | j 372=AU 380=1 | j 372=AU 380=1 |
| The gateway fails over the inquiry | N 429=2 431=4 444=NOT DONE, then N 429=5 431=6 444=NOT DONE | AI 297=4 58=NOT DONE |
| It speaks for another firm | j 380=6 | j 380=6 |
| A message of the other profile | j 380=3 | j 380=3 |

### To a dealer

| Case | LIST | RFQ |
|---|---|---|
| It acknowledges what it was not shown | j 372=N 380=1 | AI 117=[N/A] 297=9 |
| It quotes what it was not shown | j 372=l 380=1 | AI 117=A-1 297=9 |
| It quotes under the id that another dealer has | j 372=l 380=1 | AI 117=A-1 297=9 |
| The same quote again | nothing | nothing |
| Another price under the id of a quote | j 372=l 379=A-1 380=0 | AI 117=A-1 297=5 |
| A quote of another kind of price | j 372=l 380=0 | AI 297=5 |
| A quote that makes no sensible prices | j 372=l 380=0 | AI 297=5 |
| It sends a stale quote again | j 372=l 380=0 | AI 297=5 |
| It sends a quote again that has ended | j 372=l 380=0 | AI 297=7 |
| It quotes what is withdrawn | j 372=l 380=0 | AI 297=7 |
| It quotes when the inquiry is over | j 372=l 380=0 | AI 297=7 |
| Its line prices add up | b 297=0 | b 297=0 |
| Its line prices come in parts | b 297=0 | b 297=0 |
| The same line prices again | nothing | nothing |
| Its line prices do not add up | b 297=5 300=8 | b 297=5 300=8 |
| A line price is missing | b 297=5 300=8 | b 297=5 300=8 |
| Line prices for a quote that nobody knows | b 297=5 300=5 | b 297=5 300=5 |
| Line prices for a quote that is gone | b 297=5 300=4 | b 297=5 300=4 |
| It takes a quote back | nothing | nothing |
| It takes a quote back again | nothing | nothing |
| It takes back a quote that nobody knows | nothing | nothing |
| It withdraws the quote that traded | j 372=Z 380=0 | AI 297=5 |
| Its firm quote is taken | L 390=B-1, then 8 150=F, then AK | AJ 694=1 117=B-1, then 8 150=F, then AK |
| It declines | AJ 694=3 58=NOT DONE | AJ 694=3 58=NOT DONE |
| It confirms too late | j 372=N 380=0 | AI 693= 297=5 |
| It confirms an award that is over | j 372=N 380=0 | AI 693= 297=5 |
| It confirms an earlier award | - | AI 693= 297=5 |
| It declines an award that is over | - | nothing |
| It confirms what was not awarded | j 372=N 380=0 | AI 297=5 |
| It confirms what it lost | j 372=N 380=0 | AI 297=5 |
| It confirms again | N 97=Y 429=2 431=6 | AI 97=Y 693= 297=0 58=TRADE= |
| It was cover | k 374=C 58=CLOSED, then AJ 694=4 58=COVER | AJ 694=4 58=COVER |
| It lost | k 374=C 58=CLOSED, then AJ 694=3 58=NOT EXECUTED | AJ 694=3 58=NOT EXECUTED |
| It never quoted, and another traded | k 374=C 58=CLOSED | AI 117=[N/A] 297=7 58=CLOSED |
| The inquiry is withdrawn | K, then k 374=C 58=CANCELED | AI 297=4 58=CANCELED |
| The client disconnects, and cancel-on-disconnect was agreed | K, then k 374=C 58=CANCELED | AI 297=4 58=CANCELED |
| The deadline comes | k 374=C 58=CLOSED, then AJ 694=3 58=NOT EXECUTED | AJ 694=3 58=NOT EXECUTED |
| It comes back | E 97=Y, then k 97=Y 374=N | E 97=Y, then R 97=Y |
| Its numbers begin again | E 97=Y, then k 97=Y 374=N | E 97=Y, then R 97=Y |
| It speaks to another firm | j 380=6 | j 380=6 |
| A message of the other profile | j 380=3 | j 380=3 |

When a dealer disconnects its quotes can no longer be taken; they come back only by quoting anew. When a
client disconnects its inquiry goes on to its deadline unless cancel-on-disconnect was agreed.
`
