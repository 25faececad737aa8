package nl.schakel.platform.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Turns whatever ended a request into the one problem that is told. Pure, apart from the random reference. */
final class Problems {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_CHAIN = 12;

    private Problems() {}

    /** The problem of an exception: its own kind or that of the first cause that we know; a defect otherwise. */
    static Problem of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        return defect(500);
    }

    /** The refusal in the chain of causes, if that is what ended the request. */
    static Optional<Refusal> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            Optional<Refusal> refusal = refused(cause);
            if (refusal.isPresent()) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The one place where a statement that met another crosswise, of whatever feature, becomes a refusal. */
    private static Optional<Refusal> refused(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        return DatabaseFailure.isTransient(cause) ? Optional.of(new WebRefused.Crossed()) : Optional.empty();
    }

    /** The problem of a bare status, as the container gives it. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of("verzoek-onleesbaar", 400);
            case 401 -> Problem.of("aanmelden-nodig", 401);
            case 403 -> Problem.of("niet-toegestaan", 403);
            case 404 -> Problem.of("niet-gevonden", 404);
            case 405 -> Problem.of("methode-niet-toegestaan", 405);
            case 406 -> Problem.of("vorm-niet-leverbaar", 406);
            case 413 -> Problem.of("te-groot", 413);
            case 415 -> Problem.of("vorm-niet-leesbaar", 415);
            default -> status >= 400 && status < 500 ? Problem.of("verzoek-geweigerd", status) : defect(status);
        };
    }

    private static Optional<Problem> known(Throwable cause) {
        Optional<Refusal> refusal = refused(cause);
        if (refusal.isPresent()) {
            return refusal.map(Problems::problem);
        }
        if (cause instanceof ConstraintViolationException violations) {
            return Optional.of(violated(violations));
        }
        if (cause instanceof JsonException || cause instanceof JsonbException) {
            return Optional.of(Problem.of("json-onleesbaar", 400));
        }
        if (cause instanceof WebApplicationException web) {
            return Optional.of(ofStatus(web.getResponse().getStatus()));
        }
        return Optional.empty();
    }

    private static Problem problem(Refusal refusal) {
        return new Problem(
                refusal.feature(),
                refusal.slug(),
                status(refusal.kind()),
                refusal.facts(),
                refusal.faults(),
                Optional.empty());
    }

    /** The HTTP status of a kind of refusal. */
    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case BUSY -> 503;
        };
    }

    private static Problem violated(ConstraintViolationException violations) {
        List<Fault> faults = violations.getConstraintViolations().stream()
                .map(Problems::fault)
                .sorted(java.util.Comparator.comparing(Fault::place).thenComparing(Fault::rule))
                .toList();
        return new Problem("platform", "invoer-onjuist", 400, Map.of(), faults, Optional.empty());
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        String place = "";
        for (Path.Node node : violation.getPropertyPath()) {
            place = node.toString();
        }
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Fault(place, rule, violation.getMessage(), "");
    }

    private static Problem defect(int status) {
        byte[] number = new byte[8];
        RANDOM.nextBytes(number);
        String reference = HexFormat.of().formatHex(number);
        return new Problem("platform", "interne-fout", status, Map.of(), List.of(), Optional.of(reference));
    }
}
