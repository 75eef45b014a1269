"""A Discord that others wrote (simcord), for what people see and may do in a server."""
