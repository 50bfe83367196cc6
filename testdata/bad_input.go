package testdata

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
)

//go:embed fix/bad_input.txt
var badInput string

// BadInput is a case of fix/bad_input.txt, which says what its parts are.
type BadInput struct {
	Name         string
	Text         string // the fields of the message, with bars for SOH
	Answer, Said Answer // by the codec; over a session
}

// Answer is what FIX answers, and words that the answer has.
type Answer struct{ Fields, Words string }

// BadInputs reads the table.
func BadInputs() []BadInput {
	var cases []BadInput
	list := ""
	for line := range strings.Lines(badInput) {
		line = strings.TrimSuffix(line, "\n")
		name, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case line == "" || line[0] == '#':
		case name == "list":
			list = rest
		case line[0] != ' ':
			cases = append(cases, BadInput{Name: name, Text: broken(list, rest)})
		case name == "said":
			cases[len(cases)-1].Said = answerOf(rest)
		default:
			answer := answerOf(strings.TrimSpace(line))
			cases[len(cases)-1].Answer, cases[len(cases)-1].Said = answer, answer
		}
	}
	return cases
}

func answerOf(text string) Answer {
	fields, words, _ := strings.Cut(text, "; ")
	return Answer{fields, words}
}

// broken makes the change in the list; nothing where it has no such part.
func broken(list, change string) string {
	old, text, _ := strings.Cut(change+" ", " => ")
	before, after, ok := strings.Cut(list, old)
	if !ok {
		return ""
	}
	text = strings.TrimSuffix(text, " ")
	text = regexp.MustCompile(`\\x..`).ReplaceAllStringFunc(text, func(code string) string {
		n, _ := strconv.ParseUint(code[2:], 16, 8)
		return string([]byte{byte(n)})
	})
	many := regexp.MustCompile(`\{(.) \* (\d+)( MiB)?\}`)
	text = many.ReplaceAllStringFunc(text, func(repeat string) string {
		part := many.FindStringSubmatch(repeat)
		n, _ := strconv.Atoi(part[2])
		if part[3] != "" {
			n <<= 20
		}
		return strings.Repeat(part[1], n)
	})
	return before + text + after
}
