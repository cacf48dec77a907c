"""The process: settings, composition, intake, worker, delivery, scheduler, command line."""
