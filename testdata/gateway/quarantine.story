# The gateway fails over a command

## A list over which it fails at once is refused

NORTHGATE submit L1 1-3 fails
NORTHGATE enquire L1
----
L1 Begun for NORTHGATE, complete by 13:30:00
L1 Quarantined receiving, now refused "a bug": in quarantine: NOT DONE: the gateway failed over the inquiry, which is refused
= L1 refused
L1 StatusTold to NORTHGATE: refused

## A list that is not complete is refused

NORTHGATE submit L1 1-2
NORTHGATE submit L1 3-3 fails
NORTHGATE submit L1 3-3
NORTHGATE submit L1 3-3 resend
NORTHGATE submit L2 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 Quarantined receiving, now refused "a bug": in quarantine: NOT DONE: the gateway failed over the inquiry, which is refused
= L1 refused
L1 StatusTold to NORTHGATE: refused, again
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05

## What is open or awarded ends, and everybody is told

NORTHGATE submit L1 1-3
ALDER bid L1 A1 total=1100000
BIRCH bid L1 B1 total=1101000 fails
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 ALDER/A1
NORTHGATE enquire L1
wait 1m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1100000.00: cash 1100000.00, best ALDER/A1
L1 Quarantined open, now withdrawn "a bug": in quarantine: NOT DONE: the gateway failed over the inquiry, which is withdrawn
L1 CommandRefused to BIRCH: bid L1@BIRCH B1: closed: the inquiry is closed
= L1 withdrawn
L1 CommandRefused to BIRCH: bid L1@BIRCH B1: closed: the inquiry is closed
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: in quarantine: NOT DONE: the gateway failed over the inquiry, which is withdrawn
L1 StatusTold to NORTHGATE: withdrawn

NORTHGATE submit L2 1-3
ALDER bid L2 A2 total=1100000
NORTHGATE accept L2 ALDER/A2
ALDER confirm L2 fails
ALDER confirm L2
ALDER disconnect
ALDER connect
NORTHGATE cancel L2
----
L2 Begun for NORTHGATE, complete by 13:31:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:31:05
L2 QuoteReceived ALDER/A2 total 1100000.00: cash 1100000.00, best ALDER/A2
L2 QuoteAwarded ALDER/A2, last look until 13:31:10
= L2 awarded, due 13:31:10
L2 Quarantined awarded, now withdrawn "a bug": in quarantine: NOT DONE: the gateway failed over the inquiry, which is withdrawn
L2 CommandRefused to ALDER: confirm L2@ALDER A2: not awarded: nothing is awarded to you: NOT DONE
= L2 withdrawn
L2 CommandRefused to ALDER: confirm L2@ALDER A2: not awarded: nothing is awarded to you: NOT DONE
L2 CommandRefused to NORTHGATE: cancel L2: in quarantine: NOT DONE: the gateway failed over the inquiry, which is withdrawn

## What is executed stands

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 BIRCH/B1
NORTHGATE affirm TRADE-L1-N01 fails
NORTHGATE affirm TRADE-L1-N01
BIRCH affirm TRADE-L1-N01
BIRCH confirm L1
NORTHGATE accept L1 BIRCH/B1
NORTHGATE accept L1 ALDER/A1
NORTHGATE submit L1 1-3 resend
NORTHGATE connect reset
NORTHGATE replay R1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed
= L1 executed
L1 Quarantined executed, now executed "a bug": in quarantine: the inquiry is executed, and that stands; the gateway failed over it since, and its operators settle the rest
L1 CommandRefused to NORTHGATE: affirm TRADE-L1-N01: in quarantine: the inquiry is executed, and that stands; the gateway failed over it since, and its operators settle the rest
L1 CommandRefused to NORTHGATE: affirm TRADE-L1-N01: in quarantine: the inquiry is executed, and that stands; the gateway failed over it since, and its operators settle the rest
L1 CommandRefused to BIRCH: affirm TRADE-L1-N01: in quarantine: the inquiry is executed, and that stands; the gateway failed over it since, and its operators settle the rest
L1 StatusTold to BIRCH: executed, again
L1 StatusTold to NORTHGATE: executed, again
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: in quarantine: the inquiry is executed, and that stands; the gateway failed over it since, and its operators settle the rest
L1 StatusTold to NORTHGATE: executed, again
L1 StatePushed to NORTHGATE, all of it
L1 FillsReplayed to NORTHGATE for R1, of 3, last
