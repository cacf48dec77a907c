"""What deputies announce: who comes, who is told, who is reminded; and receptions one by one."""
