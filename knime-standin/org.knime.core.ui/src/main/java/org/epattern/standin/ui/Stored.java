// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Loads and saves one value, whatever way its class or field asks for. */
interface Stored {

    /**
     * @param settings where to read
     * @return the value
     * @throws InvalidSettingsException if a key is missing or a value has the wrong type
     */
    Object load(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * @param value the value
     * @param settings where to write
     */
    void save(Object value, NodeSettingsWO settings);

    /**
     * @param type a settings class
     * @return how its objects are stored
     */
    static Stored ofClass(final Class<?> type) {
        final Persistor persistor = type.getAnnotation(Persistor.class);
        final Migration migration = type.getAnnotation(Migration.class);
        final Custom custom = persistor == null ? null : Custom.of(persistor);
        final Stored plain = custom == null ? Fields.of(type) : custom;
        final List<List<String>> paths = custom == null ? List.of(List.of()) : custom.paths();
        return migration == null ? plain : Migrated.of(plain, migration, paths);
    }

    /**
     * @param field a setting
     * @return how it is stored in the settings of its class
     */
    static Stored ofField(final ParameterField field) {
        final Optional<Persistor> persistor = field.annotation(Persistor.class);
        final Optional<Migration> migration = field.annotation(Migration.class);
        final Optional<Migrate> migrate = field.annotation(Migrate.class);
        refuseBoth(field, Persist.class, field.annotation(Persist.class), Persistor.class, persistor);
        refuseBoth(field, Migrate.class, migrate, Migration.class, migration);
        final Optional<Custom> custom = persistor.map(Custom::of);
        Stored stored = custom.<Stored>map(own -> own).orElseGet(() -> ofType(field));
        final List<List<String>> paths = custom.map(Custom::paths).orElse(List.of(List.of(field.key())));
        if (migration.isPresent()) {
            stored = Migrated.of(stored, migration.get(), paths);
        }
        final boolean asked = migrate.filter(Migrate::loadDefaultIfAbsent).isPresent();
        if (asked && paths.isEmpty()) {
            throw new IllegalStateException(field.place() + " cannot be found absent: its persistor has no keys.");
        }
        final boolean general = migration.isEmpty() && !paths.isEmpty()
            && field.owner().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
        return asked || general ? new DefaultIfAbsent(stored, paths, field) : stored;
    }

    private static void refuseBoth(final ParameterField field, final Class<?> first, final Optional<?> hasFirst,
        final Class<?> second, final Optional<?> hasSecond) {
        if (hasFirst.isPresent() && hasSecond.isPresent()) {
            throw new IllegalStateException(field.place() + " has both @" + first.getSimpleName() + " and @"
                + second.getSimpleName() + ".");
        }
    }

    private static Stored ofType(final ParameterField field) {
        if (Persistable.class.isAssignableFrom(field.type())) {
            return new Nested(field.key(), ofClass(field.type()));
        }
        final Optional<Class<?>> element = field.elementType().filter(Persistable.class::isAssignableFrom);
        if (element.isPresent()) {
            return new Nested(field.key(), new StoredElements(field, element.get(), ofClass(element.get())));
        }
        return StoredValue.of(field);
    }

    /** Every setting of a class in the same config. */
    record Fields(Class<?> type, List<ParameterField> fields, List<Stored> stored) implements Stored {

        static Fields of(final Class<?> type) {
            final List<ParameterField> fields = ParameterField.of(type);
            final Set<String> keys = new HashSet<>();
            for (final ParameterField field : fields) {
                if (!keys.add(field.key())) {
                    throw new IllegalStateException(
                        field.place() + " has the key \"" + field.key() + "\" of another setting.");
                }
            }
            return new Fields(type, fields, fields.stream().map(Stored::ofField).toList());
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final Object loaded = Reflection.create(type);
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).set(loaded, stored.get(i).load(settings));
            }
            return loaded;
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            for (int i = 0; i < fields.size(); i++) {
                stored.get(i).save(fields.get(i).get(value), settings);
            }
        }
    }

    /** A value in a config of its own. */
    record Nested(String key, Stored content) implements Stored {

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return content.load(settings.getNodeSettings(key));
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            content.save(value, settings.addNodeSettings(key));
        }
    }

    /** A value with a persistor of its own. */
    record Custom(NodeParametersPersistor<Object> persistor) implements Stored {

        @SuppressWarnings("unchecked")
        static Custom of(final Persistor annotation) {
            return new Custom(Reflection.create((Class<NodeParametersPersistor<Object>>)(Class<?>)annotation.value()));
        }

        List<List<String>> paths() {
            return Arrays.stream(persistor.getConfigPaths()).map(Arrays::asList).toList();
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return persistor.load(settings);
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            persistor.save(value, settings);
        }
    }

    /** A value that may be stored in an older layout. */
    record Migrated(Stored present, List<ConfigMigration<Object>> former, List<List<String>> paths)
        implements Stored {

        @SuppressWarnings("unchecked")
        static Migrated of(final Stored present, final Migration annotation, final List<List<String>> paths) {
            final NodeParametersMigration<Object> migration =
                Reflection.create((Class<NodeParametersMigration<Object>>)(Class<?>)annotation.value());
            return new Migrated(present, new ArrayList<>(migration.getConfigMigrations()), paths);
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            for (final ConfigMigration<Object> migration : former) {
                if (applies(migration, settings)) {
                    return migration.getLoader().load(settings);
                }
            }
            return present.load(settings);
        }

        private boolean applies(final ConfigMigration<Object> migration, final NodeSettingsRO settings) {
            return migration.getMatcher() instanceof NewKeysAbsent ? noneStored(paths, settings)
                : migration.getMatcher().test(settings);
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            present.save(value, settings);
        }
    }

    /** A value that keeps its default when none of its keys is stored. */
    record DefaultIfAbsent(Stored present, List<List<String>> paths, ParameterField field) implements Stored {

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return noneStored(paths, settings) ? field.get(Reflection.create(field.owner())) : present.load(settings);
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            present.save(value, settings);
        }
    }

    private static boolean noneStored(final List<List<String>> paths, final NodeSettingsRO settings) {
        return paths.stream().noneMatch(path -> ConfigPaths.exists(settings, path));
    }
}
