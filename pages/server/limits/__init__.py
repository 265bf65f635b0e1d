"""What bounds those who ask: names, requests, connections, WebSockets, their messages, values of widgets."""
