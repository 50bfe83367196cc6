package fixspec

import "foliogate/gateway"

// traded tells the client of the trade: that the point of no return is passed, every execution,
// that the list is done, and the net tickets.
func (f *ClientFace) traded(o *outgoing, e *gateway.Traded) {
	q, x := o.inquiry, &e.Execution
	o.send(from(x.Dealer), o.status(q.ListID, StatusExecStarted, ListExecuting, "TRADE="+x.Trade))
	o.fills(Header{}, x, f.ownFill(o, x))
	done := o.status(q.ListID, StatusAllDone, ListAllDone, "EXECUTED")
	done.Orders = filled(q.Lines, x)
	o.sendStatus(Header{}, done)
	f.tickets(o, Header{}, x, e.Tickets)
}

// tradedAgain tells it again, after a reset.
func (f *ClientFace) tradedAgain(o *outgoing, h Header) {
	x := o.inquiry.Execution
	o.fills(h, x, f.ownFill(o, x))
	f.tickets(o, h, x, o.inquiry.Tickets)
}

func (f *ClientFace) tickets(o *outgoing, h Header, x *gateway.Execution, tickets []gateway.Settlement) {
	for _, ticket := range tickets {
		o.send(h, o.ticket(x, ticket, o.inquiry.ListID, f.account(ticket)))
	}
}

// ownFill adds to an execution what the client calls the line and its answer, and both parties.
func (f *ClientFace) ownFill(o *outgoing, x *gateway.Execution) func(int, *ExecutionReport) {
	return func(i int, r *ExecutionReport) {
		line := &o.inquiry.Lines[i]
		r.ListID, r.ClOrdID, r.Account = o.inquiry.ListID, line.ClOrdID, line.Account
		r.QuoteRespID, r.Parties.Client = x.Response, string(f.Client)
	}
}

// account is the AllocAccount(79) of a ticket, which FIX requires: of lines without an account it
// is the client itself.
func (f *ClientFace) account(s gateway.Settlement) string {
	if s.Account != "" {
		return s.Account
	}
	return string(f.Client)
}

// replayed sends the executions again, as the answer to a request for them.
func (f *ClientFace) replayed(o *outgoing, e gateway.FillsReplayed) {
	x, lines := o.inquiry.Execution, len(o.inquiry.Lines)
	own := f.ownFill(o, x)
	o.fills(Header{}, x, func(i int, r *ExecutionReport) {
		own(i, r)
		r.ExecType, r.MassStatusReqID, r.TotNumReports = ExecOrderStatus, e.RequestID, e.Of
		r.LastRptRequested = e.Last && i == lines-1
	})
}
