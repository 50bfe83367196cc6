The bidding for a list has one name, which all that is told of it bears.

## The list names it

NORTHGATE submit L1 later 1-3
NORTHGATE ask L1 ALDER round=INQ-9
NORTHGATE ask L1 ALDER
NORTHGATE ask L1 BIRCH round=INQ-9
ALDER bid L1 A1 total=1102000
NORTHGATE accept L1 ALDER/A1 round=INQ-9
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
L1 CommandRefused to NORTHGATE: ask L1 ALDER, to INQ-9: unknown quote: bidding round INQ-9 is not that of list L1
L1 DealersAsked asked ALDER
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: ask L1 BIRCH, to INQ-9: unknown quote: bidding round INQ-9 is not that of list L1
L1 QuoteReceived ALDER/A1 total 1102000.00: cash 1102000.00, best ALDER/A1
= L1 open, due 13:35:00
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: unknown quote: bidding round INQ-9 is not that of list L1

## The first request names it, where the list does not

NORTHGATE submit L1 bid= later 1-3
NORTHGATE ask L1 ALDER round=R-1
NORTHGATE ask L1 BIRCH round=R-2
NORTHGATE ask L1 BIRCH round=L1
NORTHGATE ask L1 BIRCH round=R-1
NORTHGATE submit L1 bid= later resend 1-3
ALDER bid L1 A1 total=1102000
NORTHGATE accept L1 ALDER/A1 round=L1
NORTHGATE accept L1 ALDER/A1 round=R-1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
L1 DealersAsked asked ALDER
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: ask L1 BIRCH, to R-2: unknown quote: bidding round R-2 is not that of list L1
L1 CommandRefused to NORTHGATE: ask L1 BIRCH, to L1: unknown quote: bidding round L1 is not that of list L1
L1 DealersAsked asked BIRCH
L1 StatusTold to NORTHGATE: open, again
L1 QuoteReceived ALDER/A1 total 1102000.00: cash 1102000.00, best ALDER/A1
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: unknown quote: bidding round L1 is not that of list L1
L1 QuoteAwarded ALDER/A1, last look until 13:30:10
= L1 awarded, due 13:30:10

## So does a request that comes before the list

NORTHGATE ask L1 ALDER round=R-1
NORTHGATE ask L1 BIRCH round=R-2
NORTHGATE submit L1 bid= total=3 1-2
NORTHGATE submit L1 bid= total=3 3-3
ALDER bid L1 A1 total=1102000
NORTHGATE accept L1 ALDER/A1 round=R-1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 DealerChosen ALDER
= L1 receiving, due 13:30:30
L1 CommandRefused to NORTHGATE: ask L1 BIRCH, to R-2: unknown quote: bidding round R-2 is not that of list L1
L1 FragmentReceived lines 1 to 2 of 3
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1102000.00: cash 1102000.00, best ALDER/A1
= L1 open, due 13:35:00
L1 QuoteAwarded ALDER/A1, last look until 13:30:10
= L1 awarded, due 13:30:10

## A list that names another was asked for under a wrong name

NORTHGATE ask L1 ALDER round=R-1
NORTHGATE submit L1 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 DealerChosen ALDER
= L1 receiving, due 13:30:30
L1 FragmentReceived no lines of 3
L1 InquiryRefused fragment conflict: the bidding round differs from that under which dealers were named
= L1 refused

## Who was asked by the list alone knows it by the list's id

NORTHGATE submit L1 bid= 1-3
NORTHGATE ask L1 GORSE round=R-1
NORTHGATE ask L1 GORSE round=L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: ask L1 GORSE, to R-1: unknown quote: bidding round R-1 is not that of list L1
L1 CommandRefused to NORTHGATE: ask L1 GORSE, to L1: dealer not allowed: NORTHGATE may not ask GORSE

## A request between the parts of a list names it

NORTHGATE submit L1 bid= later total=3 1-1
NORTHGATE ask L1 ALDER round=R-1
NORTHGATE ask L1 BIRCH round=R-2
NORTHGATE submit L1 bid= later total=3 2-3
NORTHGATE ask L1 BIRCH round=R-1
ALDER bid L1 A1 total=1102000
NORTHGATE accept L1 ALDER/A1 round=R-1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 1 of 3
= L1 receiving, due 13:30:30
L1 DealerChosen ALDER
L1 CommandRefused to NORTHGATE: ask L1 BIRCH, to R-2: unknown quote: bidding round R-2 is not that of list L1
L1 FragmentReceived lines 2 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealersAsked asked BIRCH
L1 QuoteReceived ALDER/A1 total 1102000.00: cash 1102000.00, best ALDER/A1
L1 QuoteAwarded ALDER/A1, last look until 13:30:10
= L1 awarded, due 13:30:10
