"""The process: settings, composition, intake, worker, delivery, scheduler, command line."""

from bot.models_on_demand import build_on_demand

build_on_demand()
