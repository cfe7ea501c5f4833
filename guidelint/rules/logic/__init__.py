"""Rules on the logic: what the solver says of decisions and conditions. Each finding about patients carries one."""
