package session

import (
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"
)

// settings says everything on purpose: what is a default today may be another tomorrow.
// EnableNextExpectedMsgSeqNum stays off for ever: with it the engine gap-fills over application
// messages that the peer missed.
func (r Row) settings(qualifier string) *quickfix.SessionSettings {
	s := quickfix.NewSessionSettings()
	s.Set(config.BeginString, quickfix.BeginStringFIX44)
	s.Set(config.SenderCompID, r.OurCompID)
	s.Set(config.TargetCompID, r.TheirCompID)
	s.Set(config.SessionQualifier, qualifier)
	s.Set(config.PersistMessages, "Y")
	s.Set(config.ResetOnLogon, "N")
	s.Set(config.ResetOnLogout, "N")
	s.Set(config.ResetOnDisconnect, "N")
	s.Set(config.RefreshOnLogon, "N")
	s.Set(config.EnableNextExpectedMsgSeqNum, "N")
	s.Set(config.EnableLastMsgSeqNumProcessed, "N")
	s.Set(config.CheckLatency, "Y")
	s.Set(config.MaxLatency, "120")
	s.Set(config.TimeStampPrecision, "MILLIS")
	s.Set(config.ResendRequestChunkSize, "2500")
	s.Set(config.InChanCapacity, "4")
	// Our own table validates application messages. Empty values are refused here because
	// the engine panics over some of them in administrative ones.
	s.Set(config.ValidateFieldsHaveValues, "Y")
	s.Set(config.ValidateFieldsOutOfOrder, "N")
	r.Schedule.settings(s)
	if r.Connection == Dial {
		r.dial(s)
	}
	return s
}

func (r Row) dial(s *quickfix.SessionSettings) {
	host, port, _ := net.SplitHostPort(r.Address)
	s.Set(config.SocketConnectHost, host)
	s.Set(config.SocketConnectPort, port)
	s.Set(config.SocketTimeout, "10s")
	s.Set(config.LogonTimeout, "10s")
	s.Set(config.LogoutTimeout, "2s")
	s.Set(config.HeartBtInt, strconv.Itoa(int(r.Heartbeat/time.Second)))
	s.Set(config.ReconnectInterval, r.Reconnect.String())
}

func (c Schedule) settings(s *quickfix.SessionSettings) {
	if c.Start == "" {
		return
	}
	s.Set(config.StartTime, c.Start)
	s.Set(config.EndTime, c.End)
	s.Set(config.TimeZone, c.TimeZone)
	if len(c.Weekdays) > 0 {
		s.Set(config.Weekdays, strings.Join(c.Weekdays, ","))
	}
}
