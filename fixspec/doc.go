// Package fixspec is the FIX 4.4 of the gateway's rules of engagement: one file and one plain
// struct for each message, which decodes itself from a parsed message and appends itself as bytes; and
// the faces, client and dealer in each of the profiles LIST and RFQ, that translate messages to the
// domain's commands and the domain's entries to messages. What is told, and when, is the same in both
// profiles (tell_*.go); the faces have the words for it.
//
// It guarantees that what it appends stands in the order of FIX44.xml and passes a strict
// validator with that dictionary unmodified; that a field error names the path to the field; and
// that a message to a dealer is built field by field from what a dealer may know, never copied
// from what a client sent. Appending into a buffer that is large enough allocates nothing.
//
// Only what the rules of engagement use is modelled. A field that FIX 4.4 allows in a message and
// that stands in no struct is checked by the message table and skipped.
//
// It does not know sessions, sequence numbers, sockets or clocks: the session layer writes the
// standard header, into which an Envelope's Header is merged.
package fixspec
