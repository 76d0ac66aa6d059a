{# The query that tells what a snapshot must change: one row per version to close ('update', 'delete') or to add ('insert'). #}

{% macro snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {%- do return(adapter.dispatch("snapshot_staging_table", "dbt")(strategy, source_sql, target_relation)) -%}
{%- endmacro %}

{#- `snapshotted_data` (current versions) and `source_data` (the query's rows) are names that strategies write into their SQL.
    The parts are united by position: type of change, source columns, key, updated_at, from, to, id[, deleted]. #}
{% macro default__snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {%- set columns = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
  {%- set key = strategy.unique_key -%}
  {%- set keep_deletions = strategy.hard_deletes == 'new_record' -%}
  {%- set see_deletions = keep_deletions or strategy.hard_deletes == 'invalidate' -%}
  {%- set was_deleted = 'snapshotted_data.' ~ columns.dbt_is_deleted ~ " = 'True'" -%}
  {%- set changed = strategy.row_changed ~ (' or ' ~ was_deleted if keep_deletions else '') -%}
  {%- set same_key = unique_key_join_on(key, 'snapshotted_data', 'source_data') -%}

with snapshot_query as (
    {{ source_sql }}
),

snapshotted_data as (
    select *, {{ unique_key_fields(key) }}
    from {{ target_relation }}
    where {{ _snapshot_is_current(columns.dbt_valid_to) }}
),

insertions_source_data as (
    select *, {{ unique_key_fields(key) }},
        {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
        {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
        {{ get_dbt_valid_to_current(strategy, columns) }},
        {{ strategy.scd_id }} as {{ columns.dbt_scd_id }}
    from snapshot_query
),

updates_source_data as (
    select *, {{ unique_key_fields(key) }},
        {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
        {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
        {{ strategy.updated_at }} as {{ columns.dbt_valid_to }}
    from snapshot_query
),

insertions as (
    select 'insert' as dbt_change_type, source_data.*
        {%- if keep_deletions %}, 'False' as {{ columns.dbt_is_deleted }}{% endif %}
    from insertions_source_data as source_data
    left outer join snapshotted_data on {{ same_key }}
    where {{ unique_key_is_null(key, 'snapshotted_data') }}
        or ({{ unique_key_is_not_null(key, 'snapshotted_data') }} and ({{ changed }}))
),

updates as (
    select 'update' as dbt_change_type, source_data.*,
        snapshotted_data.{{ columns.dbt_scd_id }}
        {%- if keep_deletions %}, snapshotted_data.{{ columns.dbt_is_deleted }}{% endif %}
    from updates_source_data as source_data
    join snapshotted_data on {{ same_key }}
    where ({{ changed }})
)
{%- if see_deletions %},

deletes_source_data as (
    select *, {{ unique_key_fields(key) }}
    from snapshot_query
),

deletes as (
    select 'delete' as dbt_change_type, source_data.*,
        {{ snapshot_get_time() }} as {{ columns.dbt_updated_at }},
        {{ snapshot_get_time() }} as {{ columns.dbt_valid_from }},
        {{ snapshot_get_time() }} as {{ columns.dbt_valid_to }},
        snapshotted_data.{{ columns.dbt_scd_id }}
        {%- if keep_deletions %}, snapshotted_data.{{ columns.dbt_is_deleted }}{% endif %}
    from snapshotted_data
    left join deletes_source_data as source_data on {{ same_key }}
    where {{ unique_key_is_null(key, 'source_data') }}
        {%- if keep_deletions %} and not ({{ _snapshot_deletion_is_known(columns) }}){% endif %}
)
{%- endif %}
{%- if keep_deletions %},

deletion_records as (
    select 'insert' as dbt_change_type,
        {{ _snapshot_deleted_columns(key, source_sql, target_relation) }},
        {{ snapshot_get_time() }} as {{ columns.dbt_updated_at }},
        {{ snapshot_get_time() }} as {{ columns.dbt_valid_from }},
        snapshotted_data.{{ columns.dbt_valid_to }} as {{ columns.dbt_valid_to }},
        {{ snapshot_hash_arguments([columns.dbt_scd_id, snapshot_get_time()]) }} as {{ columns.dbt_scd_id }},
        'True' as {{ columns.dbt_is_deleted }}
    from snapshotted_data
    left join deletes_source_data as source_data on {{ same_key }}
    where {{ unique_key_is_null(key, 'source_data') }}
        and not ({{ _snapshot_deletion_is_known(columns) }})
)
{%- endif %}

select * from insertions
union all
select * from updates
{%- if see_deletions %}
union all
select * from deletes
{%- endif %}
{%- if keep_deletions %}
union all
select * from deletion_records
{%- endif %}
{%- endmacro %}


{#- True for a row whose newest version says already that it is deleted. #}
{% macro _snapshot_deletion_is_known(columns) -%}
  {%- set open_end = config.get('dbt_valid_to_current') -%}
  snapshotted_data.{{ columns.dbt_is_deleted }} = 'True'
  and snapshotted_data.{{ columns.dbt_valid_to }} {{ '= ' ~ open_end if open_end else 'is null' }}
{%- endmacro %}


{#- A deleted row's last known values, and its key; null where a column of the query is new to the target. #}
{% macro _snapshot_deleted_columns(unique_key, source_sql, target_relation) -%}
  {%- set known = adapter.get_columns_in_relation(target_relation) | map(attribute='name') | list -%}
  {%- set selected = [] -%}
  {%- for name in get_columns_in_query(source_sql) -%}
    {%- do selected.append(('snapshotted_data.' if name in known else 'source_data.') ~ adapter.quote(name)) -%}
  {%- endfor -%}
  {%- for key in (unique_key if unique_key | is_list else [unique_key]) -%}
    {%- set key_name = 'dbt_unique_key' ~ ('_' ~ loop.index if unique_key | is_list else '') -%}
    {%- do selected.append('snapshotted_data.' ~ key_name ~ ' as ' ~ key_name) -%}
  {%- endfor -%}
  {{ selected | join(',\n        ') }}
{%- endmacro %}
