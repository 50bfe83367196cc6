package wire

import (
	"fmt"
	"strconv"
)

// Reason is a SessionRejectReason(373), or one of the outcomes that FIX answers otherwise.
type Reason int8

const (
	// Garbled: the frame itself is broken. FIX drops such a message without an answer.
	Garbled Reason = -1
	// ConditionallyRequired: FIX makes the field optional, the rules of engagement require it.
	// The answer is a BusinessMessageReject(j) with BusinessRejectReason(380) 5.
	ConditionallyRequired Reason = -2
	// UnsupportedMsgType: FIX has this message, we do not speak it. The answer is a
	// BusinessMessageReject(j) with BusinessRejectReason(380) 3.
	UnsupportedMsgType Reason = -3

	InvalidTag        Reason = 0
	RequiredMissing   Reason = 1
	NotDefined        Reason = 2
	Undefined         Reason = 3
	EmptyValue        Reason = 4
	ValueOutOfRange   Reason = 5
	BadFormat         Reason = 6
	InvalidMsgType    Reason = 11
	DuplicateTag      Reason = 13
	OutOfOrder        Reason = 14
	GroupOutOfOrder   Reason = 15
	IncorrectNumGroup Reason = 16
)

// String names the reason as FIX does.
func (r Reason) String() string {
	switch r {
	case Garbled:
		return "garbled message"
	case ConditionallyRequired:
		return "conditionally required field missing"
	case UnsupportedMsgType:
		return "unsupported message type"
	case InvalidTag:
		return "invalid tag number"
	case RequiredMissing:
		return "required tag missing"
	case NotDefined:
		return "tag not defined for this message type"
	case Undefined:
		return "undefined tag"
	case EmptyValue:
		return "tag specified without a value"
	case ValueOutOfRange:
		return "value is incorrect (out of range) for this tag"
	case BadFormat:
		return "incorrect data format for value"
	case InvalidMsgType:
		return "invalid MsgType"
	case DuplicateTag:
		return "tag appears more than once"
	case OutOfOrder:
		return "tag specified out of required order"
	case GroupOutOfOrder:
		return "repeating group fields out of order"
	case IncorrectNumGroup:
		return "incorrect NumInGroup count for repeating group"
	}
	panic(fmt.Sprintf("wire: no such reason %d", int8(r)))
}

// Error says what is wrong with the bytes received, and where. Path names the field with the
// groups and instances (counted from one) that lead to it; Text completes the sentence.
type Error struct {
	Path   string
	Tag    int32 // RefTagID(371); 0 when no single field is to blame
	Reason Reason
	Text   string
}

func (e *Error) Error() string {
	if e.Path == "" {
		return e.Text
	}
	return e.Path + " " + e.Text
}

// label writes a field as Name(tag), or as Tag(tag) when nobody knows its name.
func label(name string, tag int32) string {
	if name == "" {
		name = "Tag"
	}
	return name + "(" + strconv.Itoa(int(tag)) + ")"
}
