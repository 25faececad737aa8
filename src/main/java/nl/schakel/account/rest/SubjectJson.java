package nl.schakel.account.rest;

import org.jspecify.annotations.Nullable;

/** A program, by the subject of its tokens. */
public record SubjectJson(@Nullable String onderwerp) {
    String subject() {
        return onderwerp == null ? "" : onderwerp;
    }

    @Override
    public String toString() {
        return "SubjectJson[hidden]";
    }
}
