package units

// Face is a par amount in hundredths of the currency's main unit: one dollar of par is FaceUnit.
type Face int64

const (
	// FaceUnit is the count of Faces in one.
	FaceUnit Face = 100

	// MaxFace bounds one line, in any currency: a trillion of par.
	MaxFace Face = 1_000_000_000_000 * FaceUnit

	faceDecimals = 2
)

// ParseFace reads a decimal of at most 2 decimals.
func ParseFace(s string) (Face, error) {
	v, err := parse("face", s, faceDecimals)
	return Face(v), err
}

// ParseFaceBytes is ParseFace for bytes off the wire.
func ParseFaceBytes(s []byte) (Face, error) {
	v, err := parse("face", s, faceDecimals)
	return Face(v), err
}

// AppendText appends the shortest decimal that is exactly f.
func (f Face) AppendText(b []byte) []byte { return appendDecimal(b, int64(f), faceDecimals, 0) }

// String is the shortest decimal that is exactly f.
func (f Face) String() string { return string(f.AppendText(nil)) }

// MarshalJSON writes a JSON string, so that no reader turns it into a binary fraction.
func (f Face) MarshalJSON() ([]byte, error) { return quoted(int64(f), faceDecimals), nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (f *Face) UnmarshalJSON(b []byte) error {
	v, err := unquoted("face", b, faceDecimals)
	if err == nil {
		*f = Face(v)
	}
	return err
}
