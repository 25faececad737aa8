package nl.schakel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.study.StudyId;
import org.junit.jupiter.api.Test;

class FindExtractTest {
    private static final Actor STEWARD = new Actor(new StaffId(new UUID(7, 7)), Set.of(Role.STEWARD), Optional.empty());

    private final ExtractWorld world = ExtractWorld.of(400, 20261121);
    private final BuiltExtract built = world.build(STEWARD);
    private final FindExtract find = new FindExtract(new Known(), world);

    @Test
    void the_team_a_steward_and_a_privacy_officer_see_an_extract_that_a_steward_built() {
        for (Actor actor : List.of(ExtractWorld.RESEARCHER, STEWARD, ExtractWorld.PRIVACY_OFFICER)) {
            assertThat(find.find(actor, built.id())).isEqualTo(built);
            assertThat(find.ofStudy(actor, ExtractWorld.STUDY)).containsExactly(built);
            assertThat(find.newest(actor)).containsExactly(built);
        }
    }

    @Test
    void another_researcher_sees_nothing_of_it() {
        assertThatThrownBy(() -> find.find(ExtractWorld.STRANGER, built.id()))
                .isInstanceOf(ExtractRefused.Unknown.class);
        assertThat(find.ofStudy(ExtractWorld.STRANGER, ExtractWorld.STUDY)).isEmpty();
        assertThat(find.newest(ExtractWorld.STRANGER)).isEmpty();
    }

    @Test
    void a_member_of_the_team_without_the_role_of_a_researcher_sees_nothing_of_it() {
        Actor former = new Actor(ExtractWorld.RESEARCHER.staff(), Set.of(Role.OPERATOR), Optional.empty());
        assertThat(find.newest(former)).isEmpty();
    }

    private final class Known implements Extracts {
        @Override
        public Optional<BuiltExtract> find(ExtractId id) {
            return Optional.of(built).filter(extract -> extract.id().equals(id));
        }

        @Override
        public List<BuiltExtract> ofStudy(StudyId study) {
            return study.equals(built.study()) ? List.of(built) : List.of();
        }

        @Override
        public List<BuiltExtract> newest(int most) {
            return List.of(built);
        }
    }
}
