package nl.schakel.bench;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** What a benchmark of intake delivers to. */
interface IntakeTarget extends AutoCloseable {
    /** Delivers the file for the school and answers the number of rows accepted. */
    long deliver(String brin, InputStream file) throws Exception;

    /** A superuser's connection to the same database. */
    Connection superuser() throws SQLException;

    @Override
    void close();
}
