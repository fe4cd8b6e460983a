"""What the program does: functions over an open session; reads give records, writes give `Changes`."""
