"""What a delivery shows, drawn at the moment it is sent from what is true then."""
