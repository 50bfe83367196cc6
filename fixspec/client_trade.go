package fixspec

import "foliogate/gateway"

// traded tells the client of the trade: that the point of no return is passed, every execution,
// that the list is done, and the net tickets.
func (f *ClientFace) traded(o *outgoing, e *gateway.Traded) {
	q, x := o.inquiry, &e.Execution
	o.send(from(x.Dealer), o.status(q.ListID, StatusExecStarted, ListExecuting, "TRADE="+x.Trade))
	o.fills(Header{}, x, f.ownFill(o))
	done := o.status(q.ListID, StatusAllDone, ListAllDone, "EXECUTED")
	done.Orders = filled(q.Lines, x)
	o.sendStatus(Header{}, done)
	for _, ticket := range e.Tickets {
		o.send(Header{}, o.ticket(x, ticket, q.ListID, f.account(ticket)))
	}
}

// ownFill adds to an execution what the client calls the line, and both parties.
func (f *ClientFace) ownFill(o *outgoing) func(int, *ExecutionReport) {
	return func(i int, r *ExecutionReport) {
		line := &o.inquiry.Lines[i]
		r.ListID, r.ClOrdID, r.Account = o.inquiry.ListID, line.ClOrdID, line.Account
		r.Parties.Client = string(f.Client)
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
	own, lines := f.ownFill(o), len(o.inquiry.Lines)
	o.fills(Header{}, o.inquiry.Execution, func(i int, r *ExecutionReport) {
		own(i, r)
		r.ExecType, r.MassStatusReqID, r.TotNumReports = ExecOrderStatus, e.RequestID, e.Of
		r.LastRptRequested = e.Last && i == lines-1
	})
}
