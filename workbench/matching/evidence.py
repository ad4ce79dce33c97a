"""What two matters show when their parts are compared, each apart."""

from workbench.matching.basis import BasisMatch, match_basis
from workbench.matching.facets import ActMatch, Facet, SetMatch, Wider, match_acts, match_limits, match_lists
from workbench.matching.objects import ObjectFacet, ObjectMatch, conflict, match_objects
from workbench.matching.once import once
from workbench.matching.profile import Profile


class Evidence:
    """Two profiles side by side; what is costly is compared when it is first asked for."""

    def __init__(self, one: Profile, two: Profile) -> None:
        """Two matters."""
        self.one, self.two = one, two

    @once
    def identical(self) -> bool:
        """The tidied names are letter by letter the same."""
        return self.one.name.tidied == self.two.name.tidied

    @once
    def siblings(self) -> bool:
        """Both belong to one main item of one catalogue."""
        return self.one.named.main is not None and self.one.named.main == self.two.named.main

    @once
    def same_org(self) -> bool:
        """Both were listed by one unit."""
        return self.one.named.org is not None and self.one.named.org == self.two.named.org

    @once
    def beside(self) -> bool:
        """Both stand in one list of one department; a city's list has the matters of all its departments."""
        return self.same_org and self.one.named.listing == self.two.named.listing and self.one.department

    @once
    def generic(self) -> bool:
        """Neither name says what it is about: the object is each unit's own."""
        return self.one.name.generic and self.two.name.generic

    @once
    def stages(self) -> Facet:
        """设立, 变更, 注销 ..."""
        return match_lists(self.one.name.stages, self.two.name.stages)

    @once
    def grades(self) -> Facet:
        """甲级, 一类 ..."""
        return match_lists(self.one.name.grades, self.two.name.grades)

    @once
    def scope(self) -> Facet:
        """What brackets narrow the object to."""
        if self.written_alike:
            return Facet(SetMatch.EQUAL)
        return match_limits(self.one.name.scope, self.two.name.scope)

    @once
    def places(self) -> Facet:
        """Cities, counties and years that the names are for, without those that each unit is in."""
        return match_limits(self.one.places, self.two.places)

    @once
    def acts(self) -> ActMatch:
        """许可, 备案, 登记 ..."""
        return self._acts[0]

    @once
    def _acts(self) -> tuple[ActMatch, Wider]:
        return match_acts(self.one.name, self.two.name)

    @once
    def written_alike(self) -> bool:
        """One has in brackets what the other has in the name: 烟花爆竹（零售）经营."""
        one, two = self.one.name, self.two.name
        if bool(one.scope) == bool(two.scope) or one.written_out != two.written_out:
            return False
        noted, other = (one, two) if one.scope else (two, one)
        return all(note in other.object for note in noted.scope)

    @once
    def objects(self) -> ObjectFacet:
        """The relation of the objects, with what the departments' fields add to them."""
        if self.written_alike:
            return ObjectFacet(ObjectMatch.SAME)
        one, two = self.one, self.two
        found = match_objects(one.name, two.name)
        if found.match is ObjectMatch.SAME and not (one.implied and two.implied):
            return found
        if words := conflict(one.meant, two.meant):
            return ObjectFacet(ObjectMatch.CONTRAST, parted_by=words)
        if found.match is not ObjectMatch.CONTRAST and (
            one.core_meant == two.name.core or two.core_meant == one.name.core
        ):
            return ObjectFacet(ObjectMatch.SAME)
        return found

    @property
    def object(self) -> ObjectMatch:
        """The relation of the objects."""
        return self.objects.match

    @once
    def basis(self) -> BasisMatch:
        """The legal basis."""
        return match_basis(self.one.grounds, self.two.grounds)

    @once
    def _sides(self) -> frozenset[Wider]:
        parts = (self.stages, self.grades, self.scope, self.places, self.objects)
        return frozenset({part.wider for part in parts} | {self._acts[1]}) - {Wider.NEITHER}

    @property
    def wider(self) -> Wider:
        """The side that takes in the other, where the parts that differ agree on it."""
        return next(iter(self._sides)) if len(self._sides) == 1 else Wider.NEITHER

    @property
    def crossing(self) -> bool:
        """Each is narrower than the other in some part, so neither takes in the other."""
        return len(self._sides) > 1
