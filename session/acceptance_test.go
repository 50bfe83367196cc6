package session

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

// TestAcceptance plays the conversations of testdata/session, whose README has the language.
func TestAcceptance(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/session/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut("\n"+string(text), "\ncase ")
		for _, story := range strings.Split(rest, "\ncase ") {
			name, lines, _ := strings.Cut(story, "\n")
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				play(t, strings.Split(lines, "\n"))
			})
		}
	}
}

// stage is a case that is being played.
type stage struct {
	*gatewayAt
	ends map[string]*raw // connections by the letter before their lines
	next int             // the counterparty's number
}

func play(t *testing.T, lines []string) {
	row := accepted("CLIENT")
	row.ResetAllowed = strings.HasPrefix(lines[0], "reset agreed")
	s := &stage{gatewayAt: open(t, t.TempDir(), Limits{}, row), ends: map[string]*raw{}, next: 1}
	for n, line := range lines {
		end := ""
		if rest, ok := strings.CutPrefix(line, "b "); ok {
			end, line = "b", rest
		}
		if line == "" || line == "reset agreed" {
			continue
		}
		if err := s.step(t, end, line); err != nil {
			t.Fatalf("line %d, %s: %v", n+1, line, err)
		}
	}
}

func (s *stage) step(t *testing.T, end, line string) error {
	words := strings.SplitN(line, " ", 3)
	fields := ""
	if len(words) == 3 {
		fields = words[2]
	}
	r := s.ends[end]
	switch words[0] {
	case "connect":
		s.ends[end] = s.dialRaw(t, "CLIENT")
	case ">":
		_, err := r.Write(s.line(t, words[1], fields))
		return err
	case ">>":
		_, err := r.Write(s.bare(t, strings.TrimPrefix(line, ">> ")))
		return err
	case "<":
		m, err := r.read(t)
		return suits(m, err, words[1], fields)
	case "closed":
		return s.gone(t, r, strings.TrimPrefix(line, "closed"))
	case "hang":
		s.log.has(t, "logged on")
		r.Close()
		s.log.has(t, `msg="logged out"`)
	default:
		return fmt.Errorf("no such step")
	}
	return nil
}

func suits(m received, err error, msgType, fields string) error {
	if err != nil {
		return err
	}
	for _, f := range strings.Split(fields, "|") {
		if !strings.Contains(m.body, "|"+f) || f != "" && !strings.HasSuffix(f, "=") &&
			!strings.Contains(m.body, "|"+f+"|") {
			return fmt.Errorf("heard %s", m.body)
		}
	}
	if m.msgType != msgType {
		return fmt.Errorf("heard %s", m.body)
	}
	return nil
}

func (s *stage) gone(t *testing.T, r *raw, over string) error {
	for {
		m, err := r.read(t)
		switch late, is := err.(interface{ Timeout() bool }); {
		case is && late.Timeout():
			return fmt.Errorf("it is open")
		case err != nil:
			return nil
		case over != " over "+m.msgType:
			return fmt.Errorf("heard %s", m.body)
		}
	}
}

var moment = regexp.MustCompile(`^now([+-]\w+)?$`)

// line builds a message of the language.
func (s *stage) line(t *testing.T, msgType, fields string) []byte {
	given := map[string]string{"8": "FIX.4.4", "35": msgType, "49": "CLIENT", "56": "GATE",
		"34": strconv.Itoa(s.next), "52": "now"}
	var body []string
	if msgType == "A" {
		body = append(body, "553=user", "554=word")
	}
	for _, f := range strings.Split(fields, "|") {
		tag, value, ok := strings.Cut(f, "=")
		if _, head := given[tag]; head || tag == "9" || tag == "10" {
			given[tag] = value
		} else if ok {
			body = append(body, tag+"="+timed(t, value))
		}
	}
	if n, err := strconv.Atoi(given["34"]); err == nil && n > 0 {
		s.next = n + 1
	}
	text := ""
	for _, tag := range []string{"35", "49", "56", "34", "52"} {
		text += tag + "=" + timed(t, given[tag]) + "\x01"
	}
	if len(body) > 0 {
		text += strings.Join(body, "\x01") + "\x01"
	}
	by, _ := strconv.Atoi(given["9"])
	text = fmt.Sprintf("8=%s\x019=%d\x01%s", given["8"], len(text)+by, text)
	sum := fmt.Sprintf("%03d", wire.CheckSum([]byte(text)))
	if given["10"] != "" {
		sum = given["10"]
	}
	return []byte(text + "10=" + sum + "\x01")
}

// bare is a message whose fields stand as they are given.
func (s *stage) bare(t *testing.T, fields string) []byte {
	var body []byte
	for _, f := range strings.Split(fields, "|") {
		tag, value, _ := strings.Cut(f, "=")
		if n, err := strconv.Atoi(value); tag == "34" && err == nil {
			s.next = n + 1
		}
		body = append(append(body, tag+"="+timed(t, value)...), wire.SOH)
	}
	b := fmt.Appendf(nil, "8=FIX.4.4\x019=%d\x01", len(body))
	b = append(b, body...)
	return fmt.Appendf(b, "10=%03d\x01", wire.CheckSum(b))
}

func timed(t *testing.T, value string) string {
	m := moment.FindStringSubmatch(value)
	if m == nil {
		return value
	}
	at := time.Now().UTC()
	if m[1] != "" {
		by, err := time.ParseDuration(m[1])
		if err != nil {
			t.Fatal(err)
		}
		at = at.Add(by)
	}
	return at.Format("20060102-15:04:05.000")
}
