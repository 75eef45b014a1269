"""A Discord that listens on a real socket: REST, gateway, and what each person sees."""
