"""Who somebody is at the centre (κατ' ιδιότητα); what follows from it is in `services.access`."""

from enum import Enum


class Role(Enum):
    DESK = "desk"
    SOCIAL_WORKER = "social_worker"
    PSYCHOLOGIST = "psychologist"
    COORDINATOR = "coordinator"
    MEDIATOR = "mediator"
    CONTRACTOR = "contractor"
    DPO = "dpo"
    TECHNICIAN = "technician"
    ADMINISTRATOR = "administrator"
