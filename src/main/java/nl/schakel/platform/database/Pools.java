package nl.schakel.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The connection pools, one for each zone. Address and passwords come from the configuration; the launcher supplies them
 * for the embedded database. The server's error detail is off: it quotes values.
 */
@DataSourceDefinition(
        name = Pools.SCHOOL,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_school",
        password = "${MPCONFIG=schakel.db.wachtwoord.school}",
        minPoolSize = 1,
        maxPoolSize = 16,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-school"
        })
@DataSourceDefinition(
        name = Pools.LINK,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_link",
        password = "${MPCONFIG=schakel.db.wachtwoord.link}",
        minPoolSize = 1,
        maxPoolSize = 6,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-link"
        })
@DataSourceDefinition(
        name = Pools.COLD,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_cold",
        password = "${MPCONFIG=schakel.db.wachtwoord.cold}",
        minPoolSize = 1,
        maxPoolSize = 12,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-cold"
        })
@DataSourceDefinition(
        name = Pools.ACCOUNT,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_account",
        password = "${MPCONFIG=schakel.db.wachtwoord.account}",
        minPoolSize = 1,
        maxPoolSize = 12,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-account"
        })
@DataSourceDefinition(
        name = Pools.LOG,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_log",
        password = "${MPCONFIG=schakel.db.wachtwoord.log}",
        minPoolSize = 1,
        maxPoolSize = 3,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-log"
        })
@DataSourceDefinition(
        name = Pools.AUDITOR,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=schakel.db.url}",
        user = "schakel_auditor",
        password = "${MPCONFIG=schakel.db.wachtwoord.auditor}",
        minPoolSize = 1,
        maxPoolSize = 4,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "reWriteBatchedInserts=true",
            "logServerErrorDetail=false",
            "ApplicationName=schakel-auditor"
        })
@ApplicationScoped
public class Pools {
    /** JNDI name of the pool of {@link Zone#SCHOOL}. */
    public static final String SCHOOL = "java:app/jdbc/school";

    /** JNDI name of the pool of {@link Zone#LINK}. */
    public static final String LINK = "java:app/jdbc/link";

    /** JNDI name of the pool of {@link Zone#COLD}. */
    public static final String COLD = "java:app/jdbc/cold";

    /** JNDI name of the pool of {@link Zone#ACCOUNT}. */
    public static final String ACCOUNT = "java:app/jdbc/account";

    /** JNDI name of the pool of {@link Zone#LOG}. */
    public static final String LOG = "java:app/jdbc/log";

    /** JNDI name of the pool of {@link Zone#AUDITOR}. */
    public static final String AUDITOR = "java:app/jdbc/auditor";
}
