## Cancelled while receiving

NORTHGATE submit L1 1-2
NORTHGATE cancel L1
NORTHGATE cancel L1
NORTHGATE submit L1 3-3
NORTHGATE enquire L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 Cancelled cancelled by the client
= L1 withdrawn
L1 StatusTold to NORTHGATE: withdrawn, again
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is withdrawn; it is untouched
L1 StatusTold to NORTHGATE: withdrawn

## Cancelled while open

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE cancel L1
NORTHGATE cancel L1
NORTHGATE accept L1 ALDER/B1
ALDER pass L1 B1
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 Cancelled cancelled by the client
= L1 withdrawn
L1 StatusTold to NORTHGATE: withdrawn, again
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: closed: the inquiry is withdrawn

## Not after the award

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
NORTHGATE cancel L1
ALDER confirm L1
NORTHGATE cancel L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 CommandRefused to NORTHGATE: cancel L1: too late: TOO LATE: the inquiry is awarded, the dealer's last look decides
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed
L1 CommandRefused to NORTHGATE: cancel L1: too late: TOO LATE: the inquiry is executed

# But once more when the look came to nothing.
NORTHGATE submit L2 1-3
ALDER bid L2 B1 total=1102000
NORTHGATE accept L2 ALDER/B1
ALDER pass L2 B1
NORTHGATE cancel L2
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L2 QuoteAwarded ALDER/B1, last look until 13:30:10
= L2 awarded, due 13:30:10
L2 AwardLost ALDER/B1 declined "PASS"
= L2 open, due 13:30:05
L2 Cancelled cancelled by the client
= L2 withdrawn

## Nobody took anything

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
wait 5m
NORTHGATE cancel L1
NORTHGATE enquire L1
NORTHGATE submit L1 1-3 resend
NORTHGATE submit L1 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 DealerUnresponsive BIRCH
L1 Lapsed 
= L1 expired
L1 CommandRefused to NORTHGATE: cancel L1: closed: the inquiry is expired
L1 StatusTold to NORTHGATE: expired
L1 StatusTold to NORTHGATE: expired, again
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is expired; it is untouched

## Not known, or not yours

NORTHGATE submit L1 1-3
NORTHGATE cancel L9
NORTHGATE enquire L9
QUIETFUND cancel L1
QUIETFUND enquire L1
ALDER enquire L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
- CommandRefused to NORTHGATE: cancel L9: unknown inquiry: list L9 is not known here
- CommandRefused to NORTHGATE: enquire L9: unknown inquiry: list L9 is not known here
- CommandRefused to QUIETFUND: cancel L1: unknown inquiry: list L1 is not known here
- CommandRefused to QUIETFUND: enquire L1: unknown inquiry: list L1 is not known here
- CommandRefused to ALDER: enquire L1: unknown inquiry: list L1 is not known here

## Where it stands, at every step

NORTHGATE submit L1 1-2
NORTHGATE enquire L1
NORTHGATE submit L1 3-3
NORTHGATE enquire L1
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
NORTHGATE enquire L1
ALDER confirm L1
NORTHGATE enquire L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 StatusTold to NORTHGATE: receiving
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 StatusTold to NORTHGATE: open
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 StatusTold to NORTHGATE: awarded
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed
L1 StatusTold to NORTHGATE: executed

NORTHGATE affirm TRADE-L1-N01
ALDER affirm TRADE-L1-N01
NORTHGATE enquire L1
NORTHGATE submit L2
  1 sell 037833100 1000
NORTHGATE enquire L2
----
L1 TicketAnswered TRADE-L1-N01 by NORTHGATE: affirmed
L1 TicketAnswered TRADE-L1-N01 by ALDER: affirmed, all settled
= L1 settled
L1 StatusTold to NORTHGATE: settled
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 1 of 1, last
L2 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: SecurityID(48) 037833100 is not in the universe
    line 1, C1: unknown security: SecurityID(48) 037833100 is not in the universe
= L2 refused
L2 StatusTold to NORTHGATE: refused

## Draining: nothing new begins, what lives ends

NORTHGATE submit L1 1-2
NORTHGATE submit L2 1-3
drain
NORTHGATE submit L3 1-3
NORTHGATE ask L4 CEDAR
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
- CommandRefused to NORTHGATE: submit L3: shutting down: the gateway is shutting down and takes no new lists
- CommandRefused to NORTHGATE: ask L4 CEDAR, to INQ-L4: shutting down: the gateway is shutting down and takes no new lists

NORTHGATE submit L1 3-3
ALDER bid L1 B1 total=1102000
ALDER bid L2 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
ALDER confirm L1
----
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed

wait 5m
----
L2 DealerUnresponsive BIRCH
L2 Lapsed 
= L2 expired
