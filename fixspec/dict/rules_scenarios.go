package dict

// The scenario pages of the rules of engagement. A test of fixspec plays them: each line is said or
// heard, in this order for each firm, and nothing is told that is not on the page.
const rulesScenarios = `## How it goes

A test plays these pages against the gateway, line by line. EMS is a client with a panel of three
dealers; DLRA and DLRC have a last look of 5 seconds, the quotes of DLRB are firm. ">" is what a firm
says to the gateway, "<" what it is told. What one firm is told comes in this order; between firms there
is none. Of each message the fields that matter are shown, the rest is as in its example below. Braces
stand for ids that the gateway gave: {A} is the list as DLRA knows it, {A-1} is DLRA's quote A-1 as the
client knows it.

### A portfolio trades

    EMS  > E  66=PT-20260105-0001 423=3 68=2 893=Y 73=2   sells a bond and buys one; wants one total
    EMS  < N  429=1 431=1 444=DEALERS=3 73=2 39=D         the list is open
    DLRA < E  66={A} 68=2 893=Y 73=2 no 1                 the lines under ids of its own, no accounts
    DLRA < k  391={A} 374=N                               please quote
    DLRB < E  66={B}
    DLRB < k  391={B} 374=N
    DLRC < E  66={C}
    DLRC < k  391={C} 374=N
    DLRA > N  66={A} 429=1 431=1 73=0                     it will price; who is silent is named so
    EMS  < N  115=DLRA 429=3 431=1 444=ACK
    DLRB > l  390=B-1 391={B} 66={B} 44=106000.00 423=3   one price for all of it
    EMS  < l  115=DLRB 390={B-1} 44=106000.00 423=3
    EMS  < N  429=3 431=1 444=BEST={B-1}
    DLRC > l  390=C-1 no 44 58=PASS                       a response without a price
    EMS  < l  115=DLRC no 44 58=PASS
    DLRA > l  390=A-1 44=106100.00 423=3
    EMS  < l  115=DLRA 390={A-1} 44=106100.00
    EMS  < N  429=3 431=1 444=BEST={A-1} COVER={B-1}
    DLRA > l  390=A-2 44=106361.47 423=3                  better; A-1 can no longer be taken
    EMS  < l  115=DLRA 390={A-2} 44=106361.47
    EMS  < N  429=3 431=1 444=BEST={A-2} COVER={B-1}
    EMS  > L  390={A-2}                                   takes it
    EMS  < N  115=DLRA 429=2 431=2 444=LAST LOOK until
    DLRA < L  66={A} 390=A-2                              5 seconds to answer
    DLRA > N  429=4 431=3 73=0                            one message confirms all lines
    EMS  < N  115=DLRA 429=4 431=3 444=TRADE=             kept: from here on nothing undoes it
    EMS  < 8  11=C-1 150=F 39=2 32=1000000 31=99.263903 118=1004027.92
    EMS  < 8  11=C-2 17={E} 150=F 39=2 32=1000000 31=88.627756
    EMS  < N  429=5 431=6 444=EXECUTED 73=2 39=2          sent after the last 8
    EMS  < AK 664={T} 54=2 381=106361.47 159=7388.89 118=113750.36
    DLRA < 8  150=F 39=2 31=99.263903 no 1
    DLRA < 8  150=F 39=2 31=88.627756 no 1
    DLRA < AK 664={T} 54=2 118=113750.36                  the same ticket
    DLRB < k  374=C 58=CLOSED
    DLRB < AJ 117=B-1 694=4 58=COVER                      what the client lets its losers know
    DLRC < k  374=C 58=CLOSED                             without a quote there is no outcome
    EMS  > AU 664={T} 940=3                               affirmed
    DLRA > AU 664={T} 940=3
    EMS  > Q  17={E} 127=F 58=accrued interest differs   goes to people; nothing is undone by it

### A quote with a price for each line

    (the list is open; DLRA quotes A-1)
    DLRA > i  117=A-1 301=1 304=2 893=Y 295=2             sells have BidPx(132), buys OfferPx(133)
    EMS  < i  115=DLRA 301=0 304=2 295=2 132=99.263903 133=88.627756
    DLRA < b  117=A-1 297=0                               their sum is the quoted total
    DLRA > i  117=A-0 301=1
    DLRA < b  117=A-0 297=5 300=5                         no such quote

### A list in fragments

    EMS  > E  68=2 893=N 73=1 67=1                        nothing is told before the list is whole
    EMS  > E  68=2 893=N 73=1 67=1                        the same again says nothing new
    EMS  > E  68=2 893=Y 73=1 67=2
    EMS  < N  429=1 431=1 73=2
    DLRA < E  68=2 893=Y 73=2                             cut anew for each dealer
    DLRA < k  374=N
    DLRB < E
    DLRB < k  374=N
    DLRC < E
    DLRC < k  374=N

### A fragment never comes

    EMS  > E  68=2 893=N 73=1 67=1
    after 31s
    EMS  < N  429=2 431=7 444=1 of 2 lines had arrived

### A line cannot trade

    EMS  > E  68=2 73=2 54=5                              the first line is a short sale
    EMS  < N  429=2 431=7 73=1 39=8 103=11                the whole list is refused, with the wrong lines
    EMS  > E  68=2 73=2                                   mended, but its ListID(66) is spent
    EMS  < N  429=2 431=7 444=DUPLICATE LISTID

### Dealers named by the client

    EMS  > k  128=DLRA 374=N                              before the list, so that nobody else sees it
    EMS  > E  68=2 893=Y 73=2
    EMS  < N  429=1 431=1 444=DEALERS=1
    DLRA < E  68=2
    DLRA < k  374=N
    EMS  > k  128=DLRB 374=N                              one more, while the list is open
    EMS  < N  115=DLRB 429=3 431=1 444=ASKED
    DLRB < E  68=2
    DLRB < k  374=N
    EMS  > k  128=DLRX 374=N
    EMS  < j  372=k 380=7                                 there is no such dealer

### The dealer declines

    (the list is open; DLRA quotes A-1, DLRB quotes B-1)
    EMS  > L  390={A-1}
    EMS  < N  115=DLRA 429=2 431=2
    DLRA < L  390=A-1
    DLRA > N  429=2 431=7 444=market moved 73=0
    EMS  < N  115=DLRA 429=6 431=5 444=DECLINED           for a moment
    EMS  < l  115=DLRA 390={A-1} no 44 58=WITHDRAWN       a quote is declined once
    EMS  < N  429=3 431=1 444=OPEN AGAIN                  the other quotes can be taken
    DLRA < AJ 117=A-1 694=3 58=NOT DONE                   its award is over
    EMS  > L  390={A-1}
    EMS  < N  429=6 431=5
    EMS  > L  390={B-1}
    DLRB < L  390=B-1                                     firm: it has traded already
    EMS  < N  115=DLRB 429=4 431=3 444=TRADE=
    EMS  < 8  11=C-1
    EMS  < 8  11=C-2
    EMS  < N  429=5 431=6 444=EXECUTED
    EMS  < AK 118=
    DLRB < 8
    DLRB < 8
    DLRB < AK
    DLRA < k  374=C 58=CLOSED
    DLRA < AJ 117=A-1 694=3 58=NOT EXECUTED               and now the inquiry is over too
    DLRC < k  374=C

### The dealer is silent

    (the list is open; DLRA quotes A-1)
    EMS  > L  390={A-1}
    EMS  < N  115=DLRA 429=2 431=2
    DLRA < L  390=A-1
    after 6s
    EMS  < N  115=DLRA 429=6 431=5
    EMS  < l  115=DLRA 390={A-1} no 44 58=WITHDRAWN
    EMS  < N  429=3 431=1 444=OPEN AGAIN
    DLRA < AJ 117=A-1 694=3 58=NOT DONE
    DLRA > N  429=4 431=3 73=0                            too late
    DLRA < j  372=N 379=A-1 380=0

### Quotes that can no longer be taken

    (the list is open; DLRA quotes A-1, DLRB quotes B-1)
    DLRB > Z  131={B} 117=B-1 298=4                       takes it back; l without Price(44) does the same
    EMS  < l  115=DLRB 390={B-1} no 44 58=WITHDRAWN
    EMS  > L  390={B-1}
    EMS  < N  429=6 431=5
    DLRA disconnects
    EMS  < l  115=DLRA 390={A-1} no 44 58=STALE           at once
    EMS  > L  390={A-1}
    EMS  < N  429=6 431=5
    DLRA connects
    DLRA < E  97=Y 66={A}                                 what it can still quote
    DLRA < k  97=Y 374=N
    DLRA > l  390=A-2 44=106361.47                        only a new quote counts again
    EMS  < l  115=DLRA 390={A-2} 44=106361.47
    EMS  < N  429=3 431=1 444=BEST={A-2}
    EMS  > L  390=Q0000000000
    EMS  < j  372=L 379=Q0000000000 380=1                 nobody's quote

### The client withdraws

    (the list is open; DLRA quotes A-1)
    EMS  > K  58=no longer needed
    EMS  < N  429=2 431=4
    EMS  < N  429=5 431=6 73=2 39=4 84=1000000
    DLRA < K  66={A}
    DLRA < k  374=C 58=CANCELED
    DLRB < K
    DLRB < k  374=C
    DLRC < K
    DLRC < k  374=C
    DLRA > N  66={A} 429=2 431=6 73=0                     may be answered
    DLRA > l  390=A-2 44=106400.00
    DLRA < j  372=l 379=A-2 380=0                         too late

### The client withdraws too late

    (the list is open; DLRA quotes A-1)
    EMS  > L  390={A-1}
    EMS  < N  115=DLRA 429=2 431=2
    DLRA < L  390=A-1
    EMS  > K
    EMS  < N  429=2 431=2 444=TOO LATE

### Nobody is taken

    (the list is open; DLRA quotes A-1)
    after 10m                                             ExpireTime(126) comes
    EMS  < N  429=5 431=6 444=EXPIRED 73=2 39=C
    DLRA < k  374=C
    DLRA < AJ 117=A-1 694=3
    DLRB < k  374=C
    DLRC < k  374=C

### The same again

    (the list is open; DLRA quotes A-1)
    EMS  > E  97=Y 68=2 893=Y 73=2                        the same content: where it stands
    EMS  < N  97=Y 429=2 431=1 73=2 39=D
    EMS  > E  68=2 893=Y 73=2                             without 97, or with other content
    EMS  < N  429=2 431=7 444=DUPLICATE LISTID            the first is untouched
    DLRA > l  390=A-1                                     the same quote says nothing new
    DLRA > l  390=A-1 44=99.00
    DLRA < j  372=l 379=A-1 380=0                         an id means one price
    EMS  > M  66=PT-20260105-0001
    EMS  < N  429=2 431=1 73=2 39=D
    EMS  > M  66=NONE
    EMS  < N  66=NONE 429=2 431=7 68=0 73=0

### Coming back

    (the list is open; DLRA quotes A-1)
    EMS disconnects                                       the inquiry goes on to its deadline
    EMS connects
    EMS  < N  97=Y 429=2 431=1 73=2 39=D                  where the list stands
    EMS  < l  97=Y 115=DLRA 390={A-1} 44=106361.47        and the quotes that can be taken
    DLRB connects, numbers reset
    DLRB < E  97=Y 66={B}                                 the same id: a dealer knows it has the list
    DLRB < k  97=Y 374=N
`
