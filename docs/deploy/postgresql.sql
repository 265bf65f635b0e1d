-- The roles of a database for Chegara: one that builds, one that only reads. Run once, as a superuser, in the new
-- database: psql -d chegara -v database=chegara -f postgresql.sql. Then give both a password: \password chegara_reader
CREATE ROLE chegara_builder LOGIN;
CREATE ROLE chegara_reader LOGIN;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON DATABASE :database FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE :database TO chegara_builder;
GRANT CONNECT ON DATABASE :database TO chegara_reader;
-- Whatever the builder makes from now on may be read: each build is a schema of its own.
ALTER DEFAULT PRIVILEGES FOR ROLE chegara_builder GRANT USAGE ON SCHEMAS TO chegara_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE chegara_builder GRANT SELECT ON TABLES TO chegara_reader;
ALTER ROLE chegara_reader SET default_transaction_read_only = on;
ALTER ROLE chegara_reader SET statement_timeout = '60s';
ALTER ROLE chegara_reader SET idle_in_transaction_session_timeout = '10s';
