"""The life of appeals: drafts, registration, the deputy's side, coordinators, the author."""
