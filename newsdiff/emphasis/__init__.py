"""What each source puts first and what it leaves out: only what two short texts can show."""
