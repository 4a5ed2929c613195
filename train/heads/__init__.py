"""The reader's heads in the order of its outputs. A new head: one file here, one line below."""
from heads.attribution import Attribution
from heads.coreference import Coreference
from heads.events import Events
from heads.names import Names
from heads.tags import Tags
from heads.trees import Trees

HEADS = {
    "tags": Tags,
    "names": Names,
    "trees": Trees,
    "coreference": Coreference,
    "attribution": Attribution,
    "events": Events,
}
