"""Pictures as data: functions of rows that return figures; they read no store and draw nothing themselves."""
