package main

import (
	"fmt"
	"io"
	"os"
)

// source opens the input, and is what messages call it.
func (f bondFlags) source(standard io.Reader) (in io.ReadCloser, name string, err error) {
	if f.in == "" || f.in == "-" {
		return io.NopCloser(standard), "standard input", nil
	}
	file, err := os.Open(f.in)
	return file, f.in, err
}

// bondSink is the output. It makes its file when there is something to write, so that unusable input
// costs nobody an earlier result, and never on top of the input that is being read.
type bondSink struct {
	name     string
	source   io.Reader
	standard io.Writer

	file   *os.File
	failed bool // the output failed, which is not the input's fault
}

func (s *bondSink) Write(p []byte) (n int, err error) {
	if s.name == "" || s.name == "-" {
		n, err = s.standard.Write(p)
	} else if err = s.open(); err == nil {
		n, err = s.file.Write(p)
	}
	s.failed = s.failed || err != nil
	return n, err
}

func (s *bondSink) open() (err error) {
	if s.file != nil {
		return nil
	}
	if s.isSource() {
		return inputError(fmt.Errorf("--out %s is the input: name another file", s.name))
	}
	if s.file, err = os.Create(s.name); err != nil {
		return inputError(err)
	}
	return nil
}

func (s *bondSink) isSource() bool {
	in, ok := s.source.(*os.File)
	if !ok {
		return false
	}
	inInfo, err := in.Stat()
	outInfo, outErr := os.Stat(s.name)
	return err == nil && outErr == nil && outInfo.Mode().IsRegular() && os.SameFile(inInfo, outInfo)
}

func (s *bondSink) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.failed = s.failed || err != nil
	return err
}
