package units

const (
	wantDate    = "expected a day of 1900 to 2299 as 2006-01-02"
	wantFIXDate = "expected a day of 1900 to 2299 as 20060102"
)

// ParseDate reads "2006-01-02".
func ParseDate(s string) (Date, error) {
	if d, ok := scanDate(s); ok {
		return d, nil
	}
	return 0, &ParseError{Unit: "date", Text: s, Reason: wantDate}
}

func scanDate[T string | []byte](s T) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	return dateOfDigits(s[0:4], s[5:7], s[8:10])
}

// ParseFIXDate reads a LocalMktDate, "20060102".
func ParseFIXDate(s string) (Date, error) {
	if d, ok := scanFIXDate(s); ok {
		return d, nil
	}
	return 0, &ParseError{Unit: "date", Text: s, Reason: wantFIXDate}
}

// ParseFIXDateBytes is ParseFIXDate for bytes off the wire.
func ParseFIXDateBytes(s []byte) (Date, error) {
	if d, ok := scanFIXDate(s); ok {
		return d, nil
	}
	return 0, &ParseError{Unit: "date", Text: string(s), Reason: wantFIXDate}
}

func scanFIXDate[T string | []byte](s T) (Date, bool) {
	if len(s) != 8 {
		return 0, false
	}
	return dateOfDigits(s[0:4], s[4:6], s[6:8])
}

func dateOfDigits[T string | []byte](year, month, day T) (Date, bool) {
	y, okYear := digits(year)
	m, okMonth := digits(month)
	d, okDay := digits(day)
	date := DateOf(y, m, d)
	return date, okYear && okMonth && okDay && date > 0
}

func digits[T string | []byte](s T) (int, bool) {
	v := 0
	for i := 0; i < len(s); i++ {
		d := s[i] - '0'
		if d > 9 {
			return 0, false
		}
		v = v*10 + int(d)
	}
	return v, true
}

// String is "2006-01-02", or nothing for no date.
func (d Date) String() string { return string(d.AppendText(nil)) }

// AppendText appends "2006-01-02", or nothing for no date.
func (d Date) AppendText(b []byte) []byte {
	if d <= 0 {
		return b
	}
	year, month, day := d.Civil()
	b = append(b, byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	b = append(b, '-', byte('0'+month/10), byte('0'+month%10))
	return append(b, '-', byte('0'+day/10), byte('0'+day%10))
}

// FIX is the LocalMktDate "20060102", or nothing for no date.
func (d Date) FIX() string { return string(d.AppendFIX(nil)) }

// AppendFIX appends the LocalMktDate "20060102", or nothing for no date.
func (d Date) AppendFIX(b []byte) []byte {
	if d <= 0 {
		return b
	}
	year, month, day := d.Civil()
	b = append(b, byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	b = append(b, byte('0'+month/10), byte('0'+month%10))
	return append(b, byte('0'+day/10), byte('0'+day%10))
}

// MarshalJSON writes "2006-01-02", or "" for no date.
func (d Date) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, 12), '"')
	return append(d.AppendText(b), '"'), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == `""` {
		*d = 0
		return nil
	}
	if len(b) == 12 && b[0] == '"' && b[11] == '"' {
		if v, ok := scanDate(b[1:11]); ok {
			*d = v
			return nil
		}
	}
	return &ParseError{Unit: "date", Text: string(b), Reason: wantDate}
}
