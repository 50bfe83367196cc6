// Package journal is an append-only, durable log of records: a byte that names the kind, and bytes
// that only the caller understands. Any number of goroutines append; one committer gathers what
// waits, writes it in one write, makes it durable in one fdatasync and wakes everyone. It syncs when
// somebody asks ([Log.Ask], [Log.Wait]): what nobody asks for is written by and by, and durable with
// the next sync, or in a lull.
//
// # Guarantees
//
//  1. What [Log.Wait] or [Log.Follow] reported durable survives kill -9 and loss of power on the
//     same disk.
//  2. The records of one [Log.Append] call are recovered together or not at all.
//  3. Records come back in the order of their log sequence numbers (LSN: 1, 2, 3...), byte for byte.
//  4. Damage to history is never skipped: [Open] refuses with a [DamageError] that names segment,
//     offset, LSN and remedy, and changes nothing.
//  5. A failed write or sync ends the log for good ([Log.Failed]); nothing is acknowledged after it.
//  6. A directory has one owner: the lock refuses a second, and each owner writes under a higher epoch.
//
// The package knows nothing of the domain, of FIX, or of what a record means. It does not replicate,
// never deletes a segment ([Log.Archive] moves old ones), and cannot notice that log and mark were
// both put back to an older state together: only a counterparty can (NextExpectedMsgSeqNum(789)
// above our number).
//
// # Files
//
// A journal directory holds 00000001.segment, 00000002.segment..., the file mark (or wherever
// [Options.Mark] puts it, ideally on another disk) and sometimes next.tmp, the room for the next
// segment. All integers are little-endian; crc32c is the Castagnoli polynomial.
//
// The file archived, a line of JSON, says which segments may stand in another folder instead, and
// what the last record in them is. It is written before they are moved.
//
// # Segment
//
// A segment has a fixed size, reserved when it is created and filled with zeros in steps ahead of
// the writer, so that a commit changes no metadata. Its first 4096 bytes are the header:
//
//	 0  magic "foliojnl"
//	 8  version u32 = 1
//	12  crc32c u32 of bytes 0..12 and 16..96
//	16  segment number u64, from 1
//	24  segment size u64
//	32  LSN of the first record u64
//	40  epoch u64 of the owner that created it
//	48  chain hash [32] of the last record before this segment; zeros before LSN 1
//	80  journal identity [16], random, the same in every segment and in the mark
//
// The header is written and synced before the segment gets its name, and only after everything in
// the segment before it was durable: a header is itself a witness that lower LSNs existed.
//
// # Record
//
// Records follow the header without gaps, each at a multiple of 8 bytes, none across two segments:
//
//	 0  payload length u32
//	 4  crc32c u32 of identity, bytes 0..4 and bytes 8..end, padding included
//	 8  LSN u64
//	16  epoch u64
//	24  durable u64: the highest LSN known to be durable when this record was written
//	32  chain hash [32] = sha256(previous chain hash ‖ bytes 8..24 ‖ bytes 64..end of payload)
//	64  kind u8, three zero bytes
//	68  follow u32: how many records of the same Append call come after this one
//	72  payload, then zeros up to a multiple of 8
//
// Seeding the checksum with the identity keeps bytes that a counterparty could put into a payload
// from ever being taken for a record.
//
// # Mark
//
// The mark is the high-water mark: two slots, at 0 and 4096, written in turn after each sync and
// before anyone is woken, synced at least every [Options.MarkEvery], at Close, and with
// [Options.Paranoid] at each sync of the log. A slot is
//
//	 0  magic "foliomrk"
//	 8  sequence u64: the valid slot with the higher one counts
//	16  durable LSN u64
//	24  epoch u64
//	32  chain hash [32] of that record
//	64  journal identity [16]
//	80  crc32c u32 of bytes 0..80
//
// # Recovery
//
// Scan until the first record that is not the next LSN with the right chain hash, and step back to
// the end of the last complete Append call. Then
//
//   - a later segment, or a later record whose durable field reaches the missing LSN, proves that
//     history is damaged: refuse;
//   - a mark above the end, or whose hash differs from the record it names, proves the same: refuse;
//   - no readable mark: refuse, unless an operator set [Options.WithoutMark];
//   - otherwise what follows was written since the last sync, in one batch or some, and nobody was
//     told about it: it is cut (zeroed).
//
// Sound records above the mark may be in the page cache only, after a sync that failed; they are
// written again and synced before the log opens.
package journal
