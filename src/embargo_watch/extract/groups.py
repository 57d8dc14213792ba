"""Say once which item groups are everyday goods and which move by themselves."""

EVERYDAY = frozenset(("money", "relief", "fuel", "other", "personnel", "technology"))
"""Groups whose words are everyday words: a claim needs both sides and a firm construction."""

PAYMENT = EVERYDAY - {"personnel"}
"""Goods that arms are paid with."""

STOPPED_AS_SUCH = frozenset(("aircraft", "naval", "armour"))
"""Groups whose goods are stopped as such, not as cargo, where no destination is named."""

SENT_TO_FIGHT = STOPPED_AS_SUCH | {"uav", "missiles", "air_defence", "artillery"}
"""Groups whose goods are also sent to fight: sending them somewhere is no supply by itself."""

SELF_MOVING = frozenset(("naval", "aircraft", "uav", "missiles", "personnel"))
"""Groups whose goods get somewhere by themselves or with their own crews."""
