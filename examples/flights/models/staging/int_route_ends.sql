{{ config(materialized='ephemeral') }}

-- Each route twice: once for the airport it leaves, once for the airport it reaches.
select origin_code as airport_code, destination_code as other_code, flights, 'departure' as direction
from {{ ref('stg_routes') }}
union all
select destination_code as airport_code, origin_code as other_code, flights, 'arrival' as direction
from {{ ref('stg_routes') }}
