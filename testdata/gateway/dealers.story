## Named before the list

NORTHGATE ask L1 CEDAR
NORTHGATE ask L1 CEDAR
NORTHGATE ask L1 BIRCH
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 DealerChosen CEDAR
= L1 receiving, due 13:30:30
L1 DealerChosen BIRCH

NORTHGATE submit L1 1-3
----
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked BIRCH CEDAR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05

## Named after the list

NORTHGATE submit L1 1-3
NORTHGATE ask L1 CEDAR
NORTHGATE ask L1 CEDAR
NORTHGATE ask L1 ALDER
NORTHGATE ask L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealersAsked asked CEDAR

## The panel, before the list

NORTHGATE ask L1
NORTHGATE ask L1 CEDAR
NORTHGATE submit L1 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 DealerChosen ALDER
L1 DealerChosen BIRCH
= L1 receiving, due 13:30:30
L1 DealerChosen CEDAR
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH CEDAR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05

## Unknown and not entitled

NORTHGATE ask L1 NOBODY
NORTHGATE ask L1 ELM
----
- CommandRefused to NORTHGATE: ask L1 NOBODY, to INQ-L1: unknown dealer: NOBODY is not a dealer here
- CommandRefused to NORTHGATE: ask L1 ELM, to INQ-L1: dealer not allowed: NORTHGATE may not ask ELM

NORTHGATE submit L1 1-3
NORTHGATE ask L1 NOBODY
NORTHGATE ask L1 ELM
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: ask L1 NOBODY, to INQ-L1: unknown dealer: NOBODY is not a dealer here
L1 CommandRefused to NORTHGATE: ask L1 ELM, to INQ-L1: dealer not allowed: NORTHGATE may not ask ELM

ALDER ask L1 BIRCH
----
- CommandRefused to ALDER: ask L1 BIRCH, to INQ-L1: not entitled: ALDER is not set up as a client

## A dealer that cannot quote the kind

NORTHGATE submit L1 1-3 kind=percent
NORTHGATE ask L1 CEDAR
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: ask L1 CEDAR, to INQ-L1: no dealers: CEDAR cannot quote a percent per side

NORTHGATE ask L2 CEDAR
NORTHGATE submit L2 1-3 kind=percent
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 DealerChosen CEDAR
= L2 receiving, due 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 InquiryRefused no dealers: CEDAR cannot quote a percent per side
= L2 refused

## A client that names its dealers

QUIETFUND submit L1 1-3
ALDER ack L1
----
L1 Begun for QUIETFUND, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
- CommandRefused to ALDER: acknowledge L1@ALDER: unknown inquiry: list L1@ALDER is not known here

QUIETFUND ask L1 ALDER
QUIETFUND ask L1 CEDAR
----
L1 DealersAsked asked ALDER
= L1 open, due 13:30:05
L1 DealersAsked asked CEDAR

QUIETFUND ask L1 ELM
----
L1 CommandRefused to QUIETFUND: ask L1 ELM, to INQ-L1: dealer not allowed: QUIETFUND may not ask ELM

ALDER bid L1 B1 total=1102000
QUIETFUND accept L1 ALDER/B1
QUIETFUND ask L1 BIRCH
----
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 CommandRefused to QUIETFUND: ask L1 BIRCH, to INQ-L1: closed: L1 is awarded: no more dealers can be asked

# Its loser, who never quoted, learns nothing more than that it is over.
ALDER confirm L1
QUIETFUND ask L1 BIRCH
----
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    CEDAR is told not executed
= L1 executed
L1 CommandRefused to QUIETFUND: ask L1 BIRCH, to INQ-L1: closed: L1 is executed: no more dealers can be asked

# It has no panel to ask.
QUIETFUND ask L2
QUIETFUND submit L2 1-3
QUIETFUND ask L2
wait 5m
----
- CommandRefused to QUIETFUND: ask L2, to INQ-L2: no dealers: no panel is agreed for QUIETFUND: name a dealer
L2 Begun for QUIETFUND, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:35:00
L2 CommandRefused to QUIETFUND: ask L2, to INQ-L2: no dealers: no panel is agreed for QUIETFUND: name a dealer
L2 Lapsed 
= L2 expired

## A BidRequest whose list never comes

NORTHGATE ask L1 CEDAR
wait 30s
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 DealerChosen CEDAR
= L1 receiving, due 13:30:30
L1 InquiryRefused fragments missing: dealers were named but no list had come by 13:30:30.000
= L1 refused

NORTHGATE submit L1 1-3
----
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is refused; it is untouched

## Asking for what is not open

NORTHGATE submit L1 1-3
NORTHGATE cancel L1
NORTHGATE ask L1 CEDAR
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 Cancelled cancelled by the client
= L1 withdrawn
L1 CommandRefused to NORTHGATE: ask L1 CEDAR, to INQ-L1: closed: L1 is withdrawn: no more dealers can be asked

## A list of the dealer's is its own

NORTHGATE submit L1 1-3
ALDER ack L1@BIRCH
ALDER bid L1@BIRCH B1 total=1102000
ALDER pass L1@BIRCH
ALDER confirm L1@BIRCH
ALDER price L1@BIRCH B1 1=100 2=100 3=100
NORTHGATE ack L1
ELM bid L9 B1 total=1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
- CommandRefused to ALDER: acknowledge L1@BIRCH: unknown inquiry: list L1@BIRCH is not known here
- CommandRefused to ALDER: bid L1@BIRCH B1: unknown inquiry: list L1@BIRCH is not known here
- CommandRefused to ALDER: pass L1@BIRCH: unknown inquiry: list L1@BIRCH is not known here
- CommandRefused to ALDER: confirm L1@BIRCH: unknown inquiry: list L1@BIRCH is not known here
- CommandRefused to ALDER: price lines L1@BIRCH B1: unknown inquiry: list L1@BIRCH is not known here
- CommandRefused to NORTHGATE: acknowledge L1@NORTHGATE: unknown inquiry: list L1@NORTHGATE is not known here
- CommandRefused to ELM: bid L9@ELM B1: unknown inquiry: list L9@ELM is not known here

## Who does not answer is noticed, and may still come

NORTHGATE submit L1 1-3
+2s BIRCH ack L1
wait 4s
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealerAcknowledged BIRCH
L1 DealerUnresponsive ALDER
= L1 open, due 13:35:00

ALDER bid L1 B1 total=1102000
ALDER ack L1
BIRCH ack L1
----
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
