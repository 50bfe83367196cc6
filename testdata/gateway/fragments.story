## In two fragments, and what time allows

NORTHGATE submit L1 1-2
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30

+29s NORTHGATE submit L1 3-3
----
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:34

## A repeated fragment says nothing new

NORTHGATE submit L1 1-2
NORTHGATE submit L1 1-2
NORTHGATE submit L1 1-2 resend
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30

NORTHGATE submit L1 3-3
----
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05

# Repeated once the list is complete: as a possible repeat it finds where the
# list stands, told once, after the last fragment.
NORTHGATE submit L1 1-2 resend
NORTHGATE submit L1 3-3 resend
----
L1 StatusTold to NORTHGATE: open, again

# Without PossResend the same id is taken.
NORTHGATE submit L1 1-2
----
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is open; it is untouched

## Nobody sees half a list, and it does not wait for ever

NORTHGATE submit L1 1-2
ALDER ack L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
- CommandRefused to ALDER: acknowledge L1@ALDER: unknown inquiry: list L1@ALDER is not known here

wait 31s
----
L1 InquiryRefused fragments missing: 2 of 3 lines had arrived by 13:30:30.000
= L1 refused

# The rest comes too late; it was said why.
NORTHGATE submit L1 3-3
----

# The list again, under the id that is taken.
NORTHGATE submit L1 1-2
NORTHGATE submit L1 3-3
----
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is refused; it is untouched

NORTHGATE submit L2 1-3
----
L2 Begun for NORTHGATE, complete by 13:31:01
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:36

## A fragment that repeats a line with other content

NORTHGATE submit L1 1-2
NORTHGATE submit L1 total=3 more
  2 buy HARBOR 1600000 account=FUND1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 InquiryRefused fragment conflict: line 2 (ClOrdID C2) was sent twice with different content
= L1 refused

NORTHGATE submit L1 3-3
----

# As a possible repeat, every part of it finds the first outcome.
NORTHGATE submit L1 1-2 resend
NORTHGATE submit L1 3-3 resend
----
L1 StatusTold to NORTHGATE: refused, again

## Fragments that overlap

NORTHGATE submit L1 1-2
NORTHGATE submit L1 2-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 InquiryRefused fragment conflict: a fragment overlaps an earlier one: 1 of its 2 lines were sent before
= L1 refused

## Fragments that contradict each other

NORTHGATE submit L1 1-2
NORTHGATE submit L1 3-3 total=4
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 InquiryRefused fragment conflict: TotNoOrders(68) differs between fragments
= L1 refused

NORTHGATE submit L2 1-2
NORTHGATE submit L2 3-3 in=6m
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 2 of 3
= L2 receiving, due 13:30:30
L2 InquiryRefused fragment conflict: the fragments differ in PriceType(423), ExpireTime(126), SettlCurrency(120) or ListExecInstType(433)
= L2 refused

NORTHGATE submit L3 1-2
NORTHGATE submit L3 3-3 bid=OTHER
----
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 2 of 3
= L3 receiving, due 13:30:30
L3 InquiryRefused fragment conflict: the bidding round differs between fragments
= L3 refused

## The last fragment comes, and a line is missing

NORTHGATE submit L1 1-1
NORTHGATE submit L1 3-3 last
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 1 of 3
= L1 receiving, due 13:30:30
L1 FragmentReceived lines 3 to 3 of 3, last
L1 InquiryRefused fragments missing: TotNoOrders(68) is 3 but the list closed with 2 lines
= L1 refused

## Empty fragments

NORTHGATE submit L1 total=2 more
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived no lines of 2
= L1 receiving, due 13:30:30

NORTHGATE submit L1 total=2 last
----
L1 FragmentReceived no lines of 2, last
L1 InquiryRefused bad lines: the list has no lines
= L1 refused

## Two clients may use the same id

NORTHGATE submit L1 1-3
QUIETFUND submit L1 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 Begun for QUIETFUND, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
